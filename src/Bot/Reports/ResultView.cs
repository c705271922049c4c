namespace CommissioningBot.Bot.Reports;

/// <summary>A health check's result as one page to read, print and take to a meeting.</summary>
/// <param name="Group">The group's name; null if it has not given one.</param>
/// <param name="Headline">The finding in one sentence.</param>
/// <param name="Summary">One or two sentences under it; empty for none.</param>
/// <param name="NextSteps">What to do, most urgent first.</param>
/// <param name="Areas">One row for each of the four areas.</param>
/// <param name="Plan">All that is to be done and has been, with its days; empty before there is a plan.</param>
/// <param name="ThenAndNow">What has changed since the check was done before; null if this is the first time.</param>
/// <param name="Sections">Items grouped under a heading, such as what is still missing or what is in place.</param>
/// <param name="CheckedOn">The day of the last answer, UK time.</param>
/// <param name="Catalogue">Name and version of the question list.</param>
/// <param name="KeptUntil">When the check is deleted if nothing more is added; null if that was not written down.</param>
/// <param name="LinkEnds">The last day on which the page's address works.</param>
public sealed record ResultView(
    string? Group,
    string Headline,
    string Summary,
    IReadOnlyList<ResultStep> NextSteps,
    IReadOnlyList<ResultArea> Areas,
    IReadOnlyList<ResultPlanRow> Plan,
    ResultThenAndNow? ThenAndNow,
    IReadOnlyList<ResultSection> Sections,
    DateOnly CheckedOn,
    string Catalogue,
    DateOnly? KeptUntil,
    DateOnly LinkEnds);

/// <summary>One thing to do.</summary>
/// <param name="Title">What to have done in the end.</param>
/// <param name="FirstStep">The first step towards it.</param>
/// <param name="Help">Pages where help can be had.</param>
public sealed record ResultStep(string Title, string FirstStep, IReadOnlyList<HelpLink> Help);

/// <summary>A page elsewhere that helps.</summary>
public sealed record HelpLink(string Name, string Url);

/// <summary>How one area of the check stands.</summary>
/// <param name="Name">The area.</param>
/// <param name="Standing">In words, such as "mostly in place".</param>
/// <param name="Low">The lowest of the four words that the answers allow, from 1; 0 without answers.</param>
/// <param name="High">The highest; above <paramref name="Low"/> where Not sure leaves it open.</param>
/// <param name="InPlace">Items in place.</param>
/// <param name="NotSure">Items answered with "not sure": neither yes nor no.</param>
/// <param name="Answered">Items answered, Not sure among them.</param>
public sealed record ResultArea(string Name, string Standing, int Low, int High, int InPlace, int NotSure, int Answered);

/// <summary>One line of the plan.</summary>
/// <param name="By">The day by which to have it done, or on which it was done.</param>
public sealed record ResultPlanRow(string Title, string FirstStep, string Who, string By, string State, HelpLink Help);

/// <summary>A check beside the time before.</summary>
/// <param name="Then">When it was done before.</param>
/// <param name="Changed">The items answered differently, with both answers in words.</param>
/// <param name="NotAskedAgain">Items answered then and not yet now.</param>
public sealed record ResultThenAndNow(DateOnly Then, IReadOnlyList<ResultPair> Areas, IReadOnlyList<ResultPair> Changed, IReadOnlyList<string> NotAskedAgain);

public sealed record ResultPair(string Name, string Then, string Now);

/// <summary>A list of items under a heading.</summary>
public sealed record ResultSection(string Title, string Intro, IReadOnlyList<ResultItem> Items);

/// <summary>One item of the check.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Response">What the group answered; empty if it was not a question.</param>
/// <param name="Why">Why it matters for the funding wanted; empty for none.</param>
public sealed record ResultItem(string Name, string Response, string Why);
