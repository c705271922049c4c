using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>Turns what is typed into an <see cref="OpportunityQuery"/>: the work, the place, a CPV code, for whom, under which law.</summary>
public static partial class UnderstandOpportunityQuery
{
    private const int LongestText = 500;

    private static readonly HashSet<string> BeforePlaces = new("in near around across at for of within covering".Split(' '), StringComparer.Ordinal);

    public static OpportunityQuery Run(string text)
    {
        var typed = text.Length > LongestText ? text[..LongestText] : text;
        var words = Search.Words.Split(typed);
        var (places, taken) = ReadPlaces(typed, words);
        var codes = Cpv().Matches(typed).Select(m => m.Groups["code"].Value).ToList();
        var folded = Search.Words.Fold(typed);
        // "Social enterprises" says for whom; "social care" says what.
        var forWhom = ForWhom().Matches(folded).SelectMany(m => Search.Words.Split(m.Value)).Select(w => w.Text).ToHashSet();
        return new OpportunityQuery
        {
            Places = places,
            Classes = [.. codes.Select(c => c.TrimEnd('0') is { Length: >= 2 } short2 ? short2 : c[..2]).Distinct()],
            Words =
            [
                .. words.Where((w, i) => !taken.Contains(i) && !w.IsStop && !OpportunityWords.Authored.Filler.Contains(w.Text) && !codes.Contains(w.Text) && !forWhom.Contains(w.Text) && w.Text != "cpv" && !w.Text.All(char.IsAsciiDigit))
                    .Select(w => w.Text).Distinct(),
            ],
            ForVcse = Vcse().IsMatch(folded),
            ForSmall = Small().IsMatch(folded),
            Reserved = folded.Contains("reserved", StringComparison.Ordinal),
            Regime = OldLaw().IsMatch(folded) ? Regime.Old : NewLaw().IsMatch(folded) ? Regime.ProcurementAct2023 : HealthCare().IsMatch(folded) ? Regime.HealthCare : null,
        };
    }

    // The longest name wins; a town whose name is an everyday word counts only where a place is expected or with its capital letter.
    private static (List<string> Places, HashSet<int> Taken) ReadPlaces(string text, List<Word> words)
    {
        var gazetteer = PlaceList.Authored;
        var places = new List<string>();
        var taken = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Postcode.IsOutward(words[i].Text.ToUpperInvariant()))
            {
                places.Add(gazetteer.ForCode(words[i].Text.ToUpperInvariant()).Id);
                taken.Add(i);
                continue;
            }
            for (var length = Math.Min(gazetteer.LongestName, words.Count - i); length > 0; length--)
            {
                var named = gazetteer.Named(string.Join(' ', words.Skip(i).Take(length).Select(w => w.Text)));
                if (named.Count == 0) continue;
                var isName = length > 1 || i > 0 && BeforePlaces.Contains(words[i - 1].Text) || words[i].Start < text.Length && char.IsUpper(text[words[i].Start]) && i > 0 || i == words.Count - 1 && words.Count > 1;
                if (!isName) continue;
                places.AddRange(named.Select(p => p.Id));
                taken.UnionWith(Enumerable.Range(i, length));
                i += length - 1;
                break;
            }
        }
        return ([.. places.Distinct()], taken);
    }

    [GeneratedRegex(@"(?<!\d)(?:cpv\s*(?:code)?\s*)?(?<code>\d{8})(?:-\d)?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Cpv();

    [GeneratedRegex(@"\b(vcses?|vcs|voluntary|charit(y|ies)|social enterprises?|community groups?|third sector)\b")]
    private static partial Regex Vcse();

    [GeneratedRegex(@"\b(social enterprises?|community (groups?|organisations?|sector))\b")]
    private static partial Regex ForWhom();

    [GeneratedRegex(@"\b(smes?|small (business|businesses|companies|organisations|enterprises|groups?))\b")]
    private static partial Regex Small();

    [GeneratedRegex(@"\b(old (law|rules|regime)|pcr|2015 regulations)\b")]
    private static partial Regex OldLaw();

    [GeneratedRegex(@"\b(new (law|rules|regime)|procurement act|2023 act)\b")]
    private static partial Regex NewLaw();

    [GeneratedRegex(@"\b(provider selection regime|psr)\b")]
    private static partial Regex HealthCare();
}
