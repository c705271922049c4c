namespace CommissioningBot.Knowledge.HealthCheck;

// The shapes of the content files, before anything is checked.

internal sealed class CatalogueFile
{
    public string? Version { get; set; }

    /// <summary>What each version changed, oldest first.</summary>
    public List<ChangeEntry>? Changed { get; set; }
}

internal sealed class ProfileFile
{
    public List<QuestionEntry>? Questions { get; set; }
}

internal sealed class QuestionEntry
{
    public string? Id { get; set; }

    public string? Question { get; set; }

    public string? Help { get; set; }

    public string? Why { get; set; }

    public List<string>? Also { get; set; }

    public List<OptionEntry>? Options { get; set; }
}

internal sealed class OptionEntry
{
    public string? Id { get; set; }

    public string? Label { get; set; }

    public List<string>? Also { get; set; }

    public decimal? From { get; set; }

    public decimal? Below { get; set; }
}

internal sealed class HelpFile
{
    public List<LinkEntry>? Links { get; set; }
}

internal sealed class LinkEntry
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }
}

internal sealed class NeedsFile
{
    public List<string>? Ask { get; set; }

    public Dictionary<string, Dictionary<string, string>>? Needs { get; set; }
}

internal sealed class AreaFile
{
    public List<ItemEntry>? Items { get; set; }
}

internal sealed class ItemEntry
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Question { get; set; }

    public string? Help { get; set; }

    public string? Why { get; set; }

    public List<string>? Levels { get; set; }

    public string? Evidence { get; set; }

    public string? FirstAction { get; set; }

    public string? Effort { get; set; }

    public bool AsksActivities { get; set; }

    public string? HelpLink { get; set; }

    public List<ConditionEntry>? AppliesWhen { get; set; }

    public List<ConditionEntry>? MayNotApplyWhen { get; set; }

    public List<KnownEntry>? Known { get; set; }

    public List<VariantEntry>? Variants { get; set; }

    public List<NoteEntry>? Notes { get; set; }
}

internal sealed class KnownEntry
{
    public List<ConditionEntry>? When { get; set; }

    public int? Level { get; set; }

    public string? Because { get; set; }
}

internal sealed class VariantEntry
{
    public List<ConditionEntry>? When { get; set; }

    public string? Help { get; set; }

    public string? Why { get; set; }

    public string? Evidence { get; set; }

    public string? FirstAction { get; set; }

    public string? HelpLink { get; set; }

    public string? IfNot { get; set; }
}

internal sealed class NoteEntry
{
    public string? Kind { get; set; }

    public List<ConditionEntry>? When { get; set; }

    public string? Text { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    public string? CheckedOn { get; set; }

    public string? EnforcedBy { get; set; }
}

internal sealed class ConditionEntry
{
    public List<string>? Funding { get; set; }

    public List<string>? Form { get; set; }

    public List<string>? WorksWith { get; set; }

    public decimal? IncomeFrom { get; set; }

    public decimal? IncomeOver { get; set; }

    public decimal? IncomeUnder { get; set; }

    public decimal? IncomeUpTo { get; set; }

    public int? StaffFrom { get; set; }

    public int? StaffUnder { get; set; }

    public bool? Volunteers { get; set; }

    public List<string>? Activities { get; set; }

    public string? YearEndFrom { get; set; }

    public string? YearEndBefore { get; set; }

    public bool? YearEndKnown { get; set; }
}

internal sealed class WordingFile
{
    public Dictionary<string, string>? Choices { get; set; }

    public Dictionary<string, string>? Areas { get; set; }

    public Dictionary<string, string>? Efforts { get; set; }

    public List<string>? Standings { get; set; }

    public string? NoAnswers { get; set; }

    public Dictionary<string, ResultEntry>? Results { get; set; }
}

internal sealed class ResultEntry
{
    public string? Have { get; set; }

    public string? SoFar { get; set; }

    public string? First { get; set; }

    public string? Unknown { get; set; }
}
