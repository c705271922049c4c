using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What a group may do that has rules of its own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpecialActivity>))]
public enum SpecialActivity { Food, Transport, Care, Events, Premises }

/// <summary>What to ask about one such thing, and whom.</summary>
/// <param name="Label">As a group says it: "We serve food".</param>
/// <param name="Also">Words that name it.</param>
/// <param name="Text">What the rule is about.</param>
/// <param name="FirstAction">Whom to ask, and what.</param>
/// <param name="Source">The law or guidance as an adviser could cite it.</param>
/// <param name="EnforcedBy">Who sees to it, as said to a group: "your council".</param>
public sealed record SpecialRule(SpecialActivity Activity, string Label, IReadOnlyList<string> Also, string Text, string FirstAction, string Source, Uri Url, DateOnly CheckedOn, string EnforcedBy);

internal sealed class ActivitiesFile
{
    public List<ActivityEntry>? Activities { get; set; }
}

internal sealed class ActivityEntry
{
    public string? Id { get; set; }

    public string? Label { get; set; }

    public List<string>? Also { get; set; }

    public string? Text { get; set; }

    public string? FirstAction { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    public string? CheckedOn { get; set; }

    public string? EnforcedBy { get; set; }
}

/// <summary>Turns <c>activities.yaml</c> into the rules that hang on what a group does.</summary>
internal sealed class SpecialRuleReader(Problems problems)
{
    public IReadOnlyList<SpecialRule> Read(ActivitiesFile file)
    {
        var rules = (file.Activities ?? []).Select(Read).ToList();
        if (!rules.Select(r => r.Activity).SequenceEqual(Enum.GetValues<SpecialActivity>())) problems.Add("activities.yaml", "activities", "are not all, each once and in their order");
        return rules;
    }

    private SpecialRule Read(ActivityEntry entry)
    {
        var where = $"activities.yaml, activity {entry.Id}";
        return new SpecialRule(
            problems.Member<SpecialActivity>(where, "id", entry.Id),
            problems.Text(where, "label", entry.Label),
            entry.Also ?? [],
            problems.Text(where, "text", entry.Text),
            problems.Text(where, "first_action", entry.FirstAction),
            problems.Text(where, "source", entry.Source),
            problems.Link(where, "url", entry.Url),
            problems.Date(where, "checked_on", entry.CheckedOn),
            problems.Text(where, "enforced_by", entry.EnforcedBy));
    }
}
