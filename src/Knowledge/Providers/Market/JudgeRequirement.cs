using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>
/// Says how one provider stands to one requirement. What no data set states is unknown: a policy that nobody lists, a mark that nobody names, an
/// insurance. Only a figure that is too low leaves out.
/// </summary>
internal static class JudgeRequirement
{
    private static readonly string[] Marks = ["PQASSO", "Trusted Charity", "ISO 9001", "Cyber Essentials", "Investors in People", "Investing in Volunteers", "Advice Quality Standard", "Lexcel", "quality mark"];

    public static Standing Run(Requirement requirement, MarketProvider provider, DateOnly today) => requirement.Kind switch
    {
        RequirementKind.Turnover when requirement.Least is { } least => Turnover(least, provider),
        RequirementKind.Years when requirement.Least is { } years => Years(years, provider.Facts, today),
        RequirementKind.QualityMark => Names(requirement.Named is { } mark ? [mark] : Marks, provider) || requirement.Named is null && provider.Facts.Any(f => f.QualityMarks.Count > 0) ? Standing.Meets : Standing.Unknown,
        RequirementKind.Policy when requirement.Named is { } policy => provider.Facts.Any(f => f.Policies.Any(p => IsNamed(policy, p))) ? Standing.Meets : Standing.Unknown,
        _ => Standing.Unknown,
    };

    /// <summary>All of them: one that is not met leaves out, whatever is unknown of the others.</summary>
    public static Standing Together(IReadOnlyCollection<Standing> each) =>
        each.Contains(Standing.LeftOut) ? Standing.LeftOut : each.Contains(Standing.Unknown) ? Standing.Unknown : Standing.Meets;

    private static Standing Turnover(decimal least, MarketProvider provider) =>
        provider.Income is not { } income ? Standing.Unknown : income.Least >= least ? Standing.Meets : income.Most < least ? Standing.LeftOut : Standing.Unknown;

    private static Standing Years(decimal years, IReadOnlyList<SourceFacts> facts, DateOnly today) =>
        facts.Select(f => f.Registered).Min() is not { } registered ? Standing.Unknown
        : registered <= today.AddMonths(-(int)Math.Min(years * 12, 12_000)) ? Standing.Meets : Standing.LeftOut;

    private static bool Names(string[] marks, MarketProvider provider) =>
        marks.Any(m => provider.Facts.SelectMany(f => f.QualityMarks).Concat(provider.Texts).Any(t => t.Contains(m, StringComparison.OrdinalIgnoreCase)));

    // "Conflict of interest" is the register's "Conflicting interests".
    private static bool IsNamed(string policy, string stated)
    {
        var said = Words.Split(stated).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return Words.Split(policy).Where(w => !w.IsStop).All(w => said.Contains(w.Stem));
    }
}
