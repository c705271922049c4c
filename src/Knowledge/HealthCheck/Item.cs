namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The four parts of the check.</summary>
public enum Area { Governance, Finances, Operations, Development }

/// <summary>How much the first action takes.</summary>
public enum Effort { Evening, Weeks, Months }

public enum NoteKind
{
    /// <summary>What the law asks of a group like this.</summary>
    Law,

    /// <summary>What a group of this size need not have.</summary>
    NotNeeded,

    /// <summary>A risk that goes with the funding wanted.</summary>
    Warning,
}

/// <summary>Where to get help: always an official or national body.</summary>
public sealed record HelpLink(string Id, string Name, Uri Url);

/// <summary>A dated statement of law, relief or risk that goes with an item.</summary>
/// <param name="When">The groups it is told to.</param>
/// <param name="Source">The law or guidance as an adviser could cite it.</param>
/// <param name="EnforcedBy">Who sees to it; null unless <paramref name="Kind"/> is Law.</param>
public sealed record Note(NoteKind Kind, Circumstances When, string Text, string Source, Uri Url, DateOnly CheckedOn, string? EnforcedBy);

/// <summary>A level that the profile already settles, so that the item need not be asked.</summary>
public sealed record KnownLevel(Circumstances When, int Level, string Because);

/// <summary>How an item is put to some groups instead: a CIC is not told of trustees. What is null stays as the item has it.</summary>
/// <param name="When">The groups it is put to; whoever only may be one of them gets the item as it is.</param>
/// <param name="IfNot">Instead of what <see cref="Talk.IfNot"/> says.</param>
public sealed record ItemVariant(Circumstances When, string? Help, string? Why, string? Evidence, string? FirstAction, HelpLink? HelpLink, string? IfNot);

/// <summary>One question of the check.</summary>
public sealed record Item
{
    public required string Id { get; init; }

    public required Area Area { get; init; }

    public required string Name { get; init; }

    public required string Question { get; init; }

    /// <summary>The answer to "what does that mean?".</summary>
    public required string Help { get; init; }

    public required string Why { get; init; }

    /// <summary>What levels 0 to 3 look like for this item, as a volunteer would say them.</summary>
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>What to show a funder.</summary>
    public required string Evidence { get; init; }

    public required string FirstAction { get; init; }

    public required Effort Effort { get; init; }

    /// <summary>True if it can be asked properly only once the group has said what it does: <see cref="Profile.Activities"/>.</summary>
    public bool AsksActivities { get; init; }

    public required HelpLink HelpLink { get; init; }

    public required Circumstances AppliesWhen { get; init; }

    /// <summary>Who may answer that it does not apply; null if nobody may.</summary>
    public required Circumstances? MayNotApplyWhen { get; init; }

    public required IReadOnlyList<KnownLevel> Known { get; init; }

    /// <summary>How it is put to some groups instead; of several that fit, the first that says something has it.</summary>
    public required IReadOnlyList<ItemVariant> Variants { get; init; }

    /// <summary>The answer to "what happens if we don't?" where it is another than most groups get; else null.</summary>
    public string? IfNot { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The item as it is put to a group with this profile. Question and levels are the same for all.</summary>
    public Item For(Profile profile) => Variants.Where(v => v.When.SurelyHold(profile)).Reverse().Aggregate(this, (item, v) => item with
    {
        Help = v.Help ?? item.Help,
        Why = v.Why ?? item.Why,
        Evidence = v.Evidence ?? item.Evidence,
        FirstAction = v.FirstAction ?? item.FirstAction,
        HelpLink = v.HelpLink ?? item.HelpLink,
        IfNot = v.IfNot ?? item.IfNot,
    });

    public bool MayNotApply(Profile profile) => MayNotApplyWhen?.MayHold(profile) == true;

    /// <summary>The level that the profile settles, or null if the item has to be asked.</summary>
    public KnownLevel? KnownFrom(Profile profile) => Known.FirstOrDefault(k => k.When.SurelyHold(profile));

    /// <summary>What the law asks, or may ask, of a group with this profile.</summary>
    public IEnumerable<Note> LawFor(Profile profile) => Notes.Where(n => n.Kind == NoteKind.Law && n.When.MayHold(profile));
}
