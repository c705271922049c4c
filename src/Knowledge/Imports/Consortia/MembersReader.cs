using System.Globalization;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Consortia;

/// <summary>
/// Reads the members of one consortium. Once it was procured, nobody comes or goes without a reason and a note of due diligence: such a change is
/// refused, and the members stay as they were recorded.
/// </summary>
/// <param name="before">The consortium as it was recorded; null if it is new.</param>
/// <param name="problems">Takes what is refused.</param>
internal sealed class MembersReader(Consortium? before, List<Refusal> problems)
{
    private const string HowToRecord = "To record it, give the date, the reason and the due diligence.";

    public Consortium Read(DateOnly? procuredOn, string? procuredFor, IReadOnlyList<CsvLine<ConsortiumColumn>> lines)
    {
        var procured = procuredOn ?? before?.Procured;
        // Chosen again on another day: from then on other members are the ones that were procured.
        var kept = before is not null && before.Procured == procured && procured is not null ? before.Members : [];
        var members = new List<ConsortiumMember>();
        foreach (var line in lines)
        {
            if (Member(line, procured, kept) is not { } member) continue;
            if (members.Exists(m => AreOne(m, member))) problems.Add(new Refusal(line.Place, $"{member.Name} is in the consortium twice.", WholeRow: true));
            else members.Add(member);
        }
        foreach (var missing in kept.Where(k => !members.Exists(m => AreOne(m, k))))
        {
            problems.Add(new Refusal(lines[0].Place, $"{missing.Name} is recorded as a member since the consortium was procured, and is not in this list. It was kept. {HowToRecord}", WholeRow: false));
            members.Add(missing);
        }
        return new Consortium(procured, procuredFor ?? before?.ProcuredFor, members);
    }

    private ConsortiumMember? Member(CsvLine<ConsortiumColumn> line, DateOnly? procured, IReadOnlyList<ConsortiumMember> kept)
    {
        if (ImportedText.WithoutContacts(line[ConsortiumColumn.Member]) is not { } name)
        {
            problems.Add(new Refusal(line.Place, "It names no member.", WholeRow: true));
            return null;
        }
        var id = OrganisationNumber.Charity(line[ConsortiumColumn.MemberCharityNumber]) ?? OrganisationNumber.Company(line[ConsortiumColumn.MemberCompanyNumber]);
        var joined = ConsortiumTranslator.Day([line], ConsortiumColumn.Joined, problems);
        var left = ConsortiumTranslator.Day([line], ConsortiumColumn.Left, problems);
        var member = new ConsortiumMember(name, id, ImportedText.WithoutContacts(line[ConsortiumColumn.Role])?.ToLower(CultureInfo.InvariantCulture), WasProcured(line, procured, joined), joined, left,
            ImportedText.WithoutContacts(line[ConsortiumColumn.Reason]), ImportedText.WithoutContacts(line[ConsortiumColumn.DueDiligence]));
        if (procured is null) return member.IsNow ? member : null;
        var hasReasons = member is { Reason: not null, DueDiligence: not null };
        if (kept.FirstOrDefault(k => AreOne(k, member)) is { } recorded) member = member with { AsProcured = recorded.AsProcured };
        else if (kept.Count > 0 && member.AsProcured)
        {
            problems.Add(new Refusal(line.Place, $"{name} was not in the consortium when it was procured, as recorded before, and was not added. {HowToRecord}", WholeRow: true));
            return null;
        }
        if (!member.AsProcured && !hasReasons)
        {
            problems.Add(new Refusal(line.Place, $"{name} joined after the consortium was procured, and was not added. {HowToRecord}", WholeRow: true));
            return null;
        }
        if (member.IsNow || hasReasons) return member;
        problems.Add(ConsortiumTranslator.LeftOut(line, $"{name} left after the consortium was procured. It was kept as a member. {HowToRecord}"));
        return member with { Left = null };
    }

    private static bool WasProcured(CsvLine<ConsortiumColumn> line, DateOnly? procured, DateOnly? joined) =>
        ImportedText.Visible(line[ConsortiumColumn.WhenProcured])?.ToUpperInvariant() switch
        {
            null => joined is null || procured is null || joined <= procured,
            "YES" or "Y" or "TRUE" or "1" => true,
            _ => false,
        };

    private static bool AreOne(ConsortiumMember one, ConsortiumMember other) =>
        one.Id is not null && other.Id is not null ? one.Id == other.Id : string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
