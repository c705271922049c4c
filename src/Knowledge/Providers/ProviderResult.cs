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
    string Id, string Name, string Place, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> NotStated, bool Outside, IReadOnlyList<string> Notes, string? Website, string? IncomeBand, bool Sample);

/// <summary>What was understood, in words for the asker.</summary>
/// <param name="AboutPlaces">What to know about the places: a council that has ended, or a code whose council is not known.</param>
public sealed record Understood(
    IReadOnlyList<string> Services, IReadOnlyList<string> WhoFor, IReadOnlyList<string> Words, IReadOnlyList<string> Places, bool Near,
    string? Name, string? Number, IReadOnlyList<string> NotInData, IReadOnlyList<string> AboutPlaces);

/// <summary>One of several places that may be meant.</summary>
public sealed record PlaceChoice(string Id, string Label);

/// <summary>What a search found.</summary>
/// <param name="Total">How many match in the place asked for, or near it if that was asked; neighbours that are only offered do not count.</param>
/// <param name="Matches">This page of them. Those that lie outside say so.</param>
/// <param name="Clarify">Which of these places is meant; empty if that is clear.</param>
/// <param name="UnknownPlace">A place that was named and is not known.</param>
/// <param name="Suggestion">"Did you mean ...?"; null if nothing was mended.</param>
/// <param name="PageToken">Asks for the next page; null on the last.</param>
/// <param name="ListUpdated">True if the data changed since the page token was given, so the list begins again.</param>
public sealed record ProviderResult(
    Understood Understood, int Total, IReadOnlyList<ProviderMatch> Matches, IReadOnlyList<PlaceChoice> Clarify, string? UnknownPlace, string? Suggestion,
    long DataVersion, string? PageToken, bool ListUpdated);
