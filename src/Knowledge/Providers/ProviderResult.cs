using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Why a provider is on the list.</summary>
/// <param name="What">The idea that it speaks for, such as "older people".</param>
/// <param name="How">How telling it is: an organisation's name or a job title is weaker than what is said of its work.</param>
/// <param name="Text">The words of the source, or the name.</param>
/// <param name="Source">Who said it.</param>
/// <param name="Date">When; null if not stated. A grant of 2013 is no proof that a group still runs.</param>
public sealed record Reason(string What, MentionKind How, string Text, string Source, DateOnly? Date);

/// <summary>A provider on the list.</summary>
/// <param name="Place">Its town, from its address.</param>
/// <param name="NotStated">What was asked and its texts do not say: not stated, never no.</param>
/// <param name="Outside">True if it is not in the place that was asked for.</param>
/// <param name="Notes">Anything else to know before relying on it.</param>
/// <param name="Sample">True if it is made up.</param>
public sealed record ProviderMatch(
    string Id, string Name, string Place, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> NotStated, bool Outside, IReadOnlyList<string> Notes, string? Website, string? IncomeBand, bool Sample)
{
    /// <summary>What it says to each filter that was asked for.</summary>
    public IReadOnlyList<FilterFinding> Filters { get; init; } = [];

    /// <summary>What the filters come to; <see cref="FilterStanding.Differs"/> is a near miss and does not count as found.</summary>
    public FilterStanding Standing { get; init; }

    /// <summary>What else is known of it, each with its source.</summary>
    public IReadOnlyList<StatedFact> Facts { get; init; } = [];

    /// <summary>Money it was given, as far as this data has it; told where funding or one organisation was asked for.</summary>
    public string? Awards { get; init; }

    /// <summary>The day on which its data set last met it.</summary>
    public DateOnly? LastSeen { get; init; }

    /// <summary>True if it agreed to be shown to commissioners, and to nobody else.</summary>
    public bool CommissionersOnly { get; init; }
}

/// <summary>What was understood, in words for the asker.</summary>
/// <param name="AboutPlaces">What to know about the places: a council that has ended, or a code whose council is not known.</param>
public sealed record Understood(
    IReadOnlyList<string> Services, IReadOnlyList<string> WhoFor, IReadOnlyList<string> Words, IReadOnlyList<string> Places, bool Near,
    string? Name, string? Number, IReadOnlyList<string> NotInData, IReadOnlyList<string> AboutPlaces)
{
    /// <summary>The filters, each as it is shown.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Who drew the band of size that was named, and where that is explained; null if none was.</summary>
    public (string Name, string Url)? SizeSource { get; init; }

    /// <summary>Whether those were asked for who shared their check, which narrows nothing.</summary>
    public bool AskedForShared { get; init; }

    /// <summary>Whether awards were asked for, which are past.</summary>
    public bool AskedForFunding { get; init; }
}

/// <summary>One of several places that may be meant.</summary>
public sealed record PlaceChoice(string Id, string Label);

/// <summary>What a search found.</summary>
/// <param name="Total">
/// How many match in the place asked for, or near it if that was asked; neighbours that are only offered, and those that say otherwise to a filter, do not count.
/// </param>
/// <param name="Matches">This page of them. Those that lie outside say so.</param>
/// <param name="Clarify">Which of these places is meant; empty if that is clear.</param>
/// <param name="UnknownPlace">A place that was named and is not known.</param>
/// <param name="Suggestion">"Did you mean ...?"; null if nothing was mended.</param>
/// <param name="PageToken">Asks for the next page; null on the last.</param>
/// <param name="ListUpdated">True if the data changed since the page token was given, so the list begins again.</param>
public sealed record ProviderResult(
    Understood Understood, int Total, IReadOnlyList<ProviderMatch> Matches, IReadOnlyList<PlaceChoice> Clarify, string? UnknownPlace, string? Suggestion,
    long DataVersion, string? PageToken, bool ListUpdated)
{
    /// <summary>For each filter how many of the place asked for state it, do not say and say otherwise.</summary>
    public IReadOnlyList<FilterCount> Counts { get; init; } = [];

    /// <summary>How many of those found state all that was asked, and how many say otherwise to something, who are not in the total.</summary>
    public int StateAll { get; init; }

    public int NearMisses { get; init; }

    /// <summary>The number of this page, from 1, and how many there are.</summary>
    public (int Number, int Of) Page { get; init; } = (1, 1);

    /// <summary>What the order of equals hangs on: the query's hash and the week. The same seed gives the same order.</summary>
    public string Seed { get; init; } = "";
}
