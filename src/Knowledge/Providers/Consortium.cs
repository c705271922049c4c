using System.Globalization;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A member of a consortium. Organisations only; nobody's name is in it.</summary>
/// <param name="Id">Its own identifier; null if the list gives none.</param>
/// <param name="Role">Such as lead or partner; null if not stated.</param>
/// <param name="AsProcured">True if it was a member when the consortium was chosen.</param>
/// <param name="Reason">Why it came or went since.</param>
/// <param name="DueDiligence">What was checked before that change, and when.</param>
public sealed record ConsortiumMember(string Name, string? Id, string? Role, bool AsProcured, DateOnly? Joined = null, DateOnly? Left = null, string? Reason = null, string? DueDiligence = null)
{
    public bool IsNow => Left is null;
}

/// <summary>
/// Several organisations that deliver as one provider. Who they were when they were procured is kept whatever changes; a change has its reason and its
/// due diligence, as Birmingham asked for in 2015-16 (R01(h) of its response of 2016).
/// </summary>
/// <param name="Procured">The day on which it was chosen; null if it has not been.</param>
/// <param name="ProcuredFor">What for.</param>
public sealed record Consortium(DateOnly? Procured, string? ProcuredFor, IReadOnlyList<ConsortiumMember> Members)
{
    private const string MembersReference = ": members";

    /// <summary>The members as a text about the consortium, which travels with it to every search.</summary>
    public ProviderText AsText(string dataSet, DateOnly? seen) => new(dataSet + MembersReference, Told(), "members, " + dataSet, seen, null);

    /// <summary>True of a text that only names members: what their names say is not what the consortium says of its work.</summary>
    public static bool IsMembers(ProviderText text) => text.Reference.EndsWith(MembersReference, StringComparison.Ordinal);

    /// <summary>Who is in it, who was when it was procured if that differs, and what has changed.</summary>
    public string Told()
    {
        var now = $"A consortium. Its members: {Names(Members.Where(m => m.IsNow))}.";
        if (Procured is not { } day) return now;
        var changes = Members.Where(m => !m.AsProcured || !m.IsNow).ToList();
        var chosen = string.Create(CultureInfo.InvariantCulture, $" Procured on {day:d MMMM yyyy}{(ProcuredFor is null ? "" : $" for {ProcuredFor}")}");
        return changes.Count == 0 ? $"{now}{chosen}, with the same members." : $"{now}{chosen}, as: {Names(Members.Where(m => m.AsProcured))}. Changed since: {string.Join(" ", changes.Select(Change))}";
    }

    private static string Names(IEnumerable<ConsortiumMember> members) => string.Join("; ", members.Select(m => m.Role is { } role ? $"{m.Name} ({role})" : m.Name));

    private static string Change(ConsortiumMember member)
    {
        var what = member.Left is { } left ? string.Create(CultureInfo.InvariantCulture, $"left on {left:d MMMM yyyy}") : member.Joined is { } joined ? string.Create(CultureInfo.InvariantCulture, $"joined on {joined:d MMMM yyyy}") : "joined";
        return $"{member.Name} {what} (reason: {member.Reason}; due diligence: {member.DueDiligence}).";
    }
}
