using System.Text.Json.Serialization;
using CommissioningBot.Bot.Questions;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// What a button stands for. Each act carries everything it needs, because the button may be pressed twice, or long after the question it
/// belonged to; it comes back through the browser, so whoever takes it checks it like typed text.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(TellMore), "more")]
[JsonDerivedType(typeof(RateAnswer), "rate")]
[JsonDerivedType(typeof(ShowHelp), "help")]
[JsonDerivedType(typeof(StartCheck), "start-check")]
[JsonDerivedType(typeof(AnswerProfile), "profile")]
[JsonDerivedType(typeof(AnswerItem), "item")]
[JsonDerivedType(typeof(ContinueCheck), "continue-check")]
[JsonDerivedType(typeof(GoFurther), "go-further")]
[JsonDerivedType(typeof(AskArea), "area")]
[JsonDerivedType(typeof(SayActivities), "activities")]
[JsonDerivedType(typeof(AskYearEnd), "ask-year-end")]
[JsonDerivedType(typeof(SayYearEnd), "year-end")]
[JsonDerivedType(typeof(UseRegister), "use-register")]
[JsonDerivedType(typeof(TakeTenderTest), "tender-test")]
[JsonDerivedType(typeof(ShowResult), "result")]
[JsonDerivedType(typeof(ShowMoreSteps), "more-steps")]
[JsonDerivedType(typeof(ShowPlan), "plan")]
[JsonDerivedType(typeof(ShowStep), "step")]
[JsonDerivedType(typeof(SayOfStep), "say-of-step")]
[JsonDerivedType(typeof(AnswerAgain), "answer-again")]
[JsonDerivedType(typeof(CheckAgain), "check-again")]
[JsonDerivedType(typeof(FillIn), "fill-in")]
[JsonDerivedType(typeof(AnswerField), "field")]
[JsonDerivedType(typeof(GiveResumeCode), "resume-code")]
[JsonDerivedType(typeof(FinishAndClear), "finish")]
[JsonDerivedType(typeof(ShareCheck), "share")]
[JsonDerivedType(typeof(ShowTicks), "ticks")]
[JsonDerivedType(typeof(TickItem), "tick")]
[JsonDerivedType(typeof(TickArea), "tick-area")]
[JsonDerivedType(typeof(ShareName), "share-name")]
[JsonDerivedType(typeof(ShareEverything), "share-everything")]
[JsonDerivedType(typeof(GiveViewingCode), "viewing-code")]
[JsonDerivedType(typeof(StopSharing), "stop-sharing")]
[JsonDerivedType(typeof(ShowOpenings), "openings")]
[JsonDerivedType(typeof(OpenShared), "open-shared")]
[JsonDerivedType(typeof(ChooseSeen), "choose-seen")]
[JsonDerivedType(typeof(MarkSeen), "mark-seen")]
[JsonDerivedType(typeof(ConfirmPlanRead), "plan-read")]
[JsonDerivedType(typeof(BeListed), "be-listed")]
[JsonDerivedType(typeof(ChangeListing), "change-listing")]
[JsonDerivedType(typeof(AgreeToListing), "agree-to-listing")]
[JsonDerivedType(typeof(WithdrawListing), "withdraw-listing")]
[JsonDerivedType(typeof(DecideListing), "decide-listing")]
[JsonDerivedType(typeof(SearchPartners), "search-partners")]
[JsonDerivedType(typeof(SearchProviders), "search-providers")]
[JsonDerivedType(typeof(MoreProviders), "more-providers")]
[JsonDerivedType(typeof(ChangeProviderSearch), "change-provider-search")]
[JsonDerivedType(typeof(AskMarket), "ask-market")]
[JsonDerivedType(typeof(AddToShortlist), "add-to-shortlist")]
[JsonDerivedType(typeof(SayWhy), "say-why")]
[JsonDerivedType(typeof(WasASearch), "was-a-search")]
[JsonDerivedType(typeof(ShowShortlist), "shortlist")]
[JsonDerivedType(typeof(TakeOffShortlist), "take-off-shortlist")]
[JsonDerivedType(typeof(ClearShortlist), "clear-shortlist")]
[JsonDerivedType(typeof(SaveSearch), "save-search")]
[JsonDerivedType(typeof(ShowSavedSearches), "saved-searches")]
[JsonDerivedType(typeof(RunSavedSearch), "run-saved-search")]
[JsonDerivedType(typeof(DeleteSavedSearch), "delete-saved-search")]
[JsonDerivedType(typeof(ShowSearchRecord), "search-record")]
[JsonDerivedType(typeof(ExportProviders), "export-providers")]
[JsonDerivedType(typeof(ShowWhatIsHeld), "show-held")]
[JsonDerivedType(typeof(DeleteEverything), "delete")]
[JsonDerivedType(typeof(Cancel), "cancel")]
public abstract record UserAct;

/// <summary>Asks a question, such as one of those offered when the first was not clear.</summary>
public sealed record Ask(string Question) : UserAct;

/// <summary>Wants the longer text of what was just answered.</summary>
public sealed record TellMore(string Entry) : UserAct;

/// <summary>Says whether one version of an entry was useful, or why not.</summary>
public sealed record RateAnswer(string Entry, string Version, Verdict Verdict) : UserAct;

public sealed record ShowHelp : UserAct;

public sealed record StartCheck : UserAct;

/// <summary>Answers a profile question of one assessment. <paramref name="Change"/>: also if it has another answer by now.</summary>
public sealed record AnswerProfile(string Assessment, string Question, string Option, bool Change = false) : UserAct;

/// <summary>Answers an item of one assessment. <paramref name="Change"/>: also if it has another answer by now.</summary>
public sealed record AnswerItem(string Assessment, string Item, string Response, bool Change = false) : UserAct;

public sealed record ContinueCheck(string Assessment) : UserAct;

/// <summary>Wants the questions that lie beyond the core and still decide the result.</summary>
public sealed record GoFurther(string Assessment) : UserAct;

/// <summary>Wants the questions of one area that have no answer yet.</summary>
public sealed record AskArea(string Assessment, string Area) : UserAct;

/// <summary>Says all that the group does which has rules of its own; none of it if empty.</summary>
public sealed record SayActivities(string Assessment, string Item, IReadOnlyList<string> Activities) : UserAct;

/// <summary>Wants to say when the group's financial year ends.</summary>
public sealed record AskYearEnd(string Assessment) : UserAct;

/// <summary>Says on which day the group's financial year ends, such as 03-31 for 31 March.</summary>
public sealed record SayYearEnd(string Assessment, string Day) : UserAct;

/// <summary>Takes over what an imported register says of the group.</summary>
public sealed record UseRegister(string Assessment, string Provider) : UserAct;

/// <summary>Takes the three tests before a tender: which option was taken for each question so far, from 0.</summary>
public sealed record TakeTenderTest(IReadOnlyList<int> Answers) : UserAct;

public sealed record ShowResult(string Assessment) : UserAct;

/// <summary>Wants to see what else can follow a result.</summary>
public sealed record ShowMoreSteps(string Assessment) : UserAct;

public sealed record ShowPlan(string Assessment) : UserAct;

/// <summary>Wants to say how far one step of the plan has come.</summary>
public sealed record ShowStep(string Assessment, string Item) : UserAct;

/// <summary>Says how far a step has come: the name of a status that is not Done.</summary>
public sealed record SayOfStep(string Assessment, string Item, string Status) : UserAct;

/// <summary>Wants a question put once more: an item's, or one of the five about the group.</summary>
public sealed record AnswerAgain(string Assessment, string Item) : UserAct;

/// <summary>Wants to do the whole check once more. Only <paramref name="Confirmed"/> does it.</summary>
public sealed record CheckAgain(string Assessment, bool Confirmed = false) : UserAct;

/// <summary>Wants to fill in a form, or to change one of its fields.</summary>
public sealed record FillIn(string Form, string? Field = null) : UserAct;

/// <summary>Answers a field of a form, an empty answer to skip it.</summary>
public sealed record AnswerField(string Form, string Field, string Answer) : UserAct;

/// <summary>Wants a new resume code. <paramref name="Replace"/>: because somebody left, so that wherever else the check is open it closes.</summary>
public sealed record GiveResumeCode(string Assessment, bool Replace = false) : UserAct;

/// <summary>
/// Wants this device to forget the conversation; answers stay open to whoever has the resume code. Only <paramref name="Confirmed"/> does it.
/// </summary>
public sealed record FinishAndClear(bool Confirmed = false) : UserAct;

/// <summary>Wants to see and choose what of the check is shown to others.</summary>
public sealed record ShareCheck(string Assessment) : UserAct;

/// <summary>Wants to choose among the answers of one area.</summary>
public sealed record ShowTicks(string Assessment, string Area) : UserAct;

public sealed record TickItem(string Assessment, string Item, bool On) : UserAct;

/// <summary>Ticks what is in place in an area, or takes every tick of it off.</summary>
public sealed record TickArea(string Assessment, string Area, bool On) : UserAct;

public sealed record ShareName(string Assessment, bool On) : UserAct;

/// <summary>Lets an adviser who has the code see every answer and the plan, or no longer.</summary>
public sealed record ShareEverything(string Assessment, bool On) : UserAct;

/// <summary>Wants a viewing code for some days; it takes the place of the one before.</summary>
public sealed record GiveViewingCode(string Assessment, int Days) : UserAct;

public sealed record StopSharing(string Assessment) : UserAct;

public sealed record ShowOpenings(string Assessment) : UserAct;

/// <summary>Opens a shared check once more. <paramref name="Code"/>, here and below: the fingerprint of a viewing code that this person has opened.</summary>
[For(Role.Commissioner)]
public sealed record OpenShared(string Code) : UserAct;

/// <summary>Wants to say of which answers the evidence was looked at.</summary>
[For(Role.Adviser)]
public sealed record ChooseSeen(string Code) : UserAct;

[For(Role.Adviser)]
public sealed record MarkSeen(string Code, string Item) : UserAct;

[For(Role.Adviser)]
public sealed record ConfirmPlanRead(string Code) : UserAct;

/// <summary>Wants the group of a check to be found by commissioners, or to see how that stands.</summary>
public sealed record BeListed(string Assessment) : UserAct;

/// <summary>Wants to change one field of the entry before agreeing to it.</summary>
public sealed record ChangeListing(string Assessment, string Field) : UserAct;

/// <summary>Agrees to the entry as it was shown. <paramref name="Groups"/>: groups that look for a partner may find it too, and not only officers.</summary>
public sealed record AgreeToListing(string Assessment, bool Groups = false) : UserAct;

public sealed record WithdrawListing(string Assessment) : UserAct;

/// <summary>An adviser's yes or no to a group's entry.</summary>
[For(Role.Adviser)]
public sealed record DecideListing(string Listing, bool Confirm) : UserAct;

/// <summary>Looks for other groups to work with, as anybody may. <paramref name="Place"/>: which of several places of that name is meant.</summary>
public sealed record SearchPartners(string Query, string? Place = null) : UserAct;

[For(Role.Commissioner)]
public sealed record SearchProviders(string Query) : UserAct;

/// <summary>Wants the next page of a search, named by the token that came with the page before.</summary>
[For(Role.Commissioner)]
public sealed record MoreProviders(string Page) : UserAct;

/// <summary>Wants to take back something of a search that had no room below its list.</summary>
/// <param name="Page">The search, as a page token.</param>
/// <param name="From">How many presses were shown before.</param>
[For(Role.Commissioner)]
public sealed record ChangeProviderSearch(string Page, int From) : UserAct;

/// <summary>Asks a question about the market, written as letters and figures.</summary>
[For(Role.Commissioner)]
public sealed record AskMarket(string Asked) : UserAct;

/// <summary>Puts a provider on the shortlist.</summary>
[For(Role.Commissioner)]
public sealed record AddToShortlist(string Provider) : UserAct;

/// <summary>Wants to say why a provider is on the shortlist.</summary>
[For(Role.Commissioner)]
public sealed record SayWhy(string Provider) : UserAct;

/// <summary>What was taken for the reason was meant as a search. <paramref name="Before"/>: the reason that it took the place of.</summary>
[For(Role.Commissioner)]
public sealed record WasASearch(string Provider, string Text, string? Before = null) : UserAct;

[For(Role.Commissioner)]
public sealed record ShowShortlist : UserAct;

/// <summary>Takes one provider off the shortlist; without one, wants to choose.</summary>
[For(Role.Commissioner)]
public sealed record TakeOffShortlist(string? Provider = null) : UserAct;

/// <summary>Wants the shortlist emptied. Only <paramref name="Confirmed"/> does it.</summary>
[For(Role.Commissioner)]
public sealed record ClearShortlist(bool Confirmed = false) : UserAct;

/// <summary>Keeps a search to be run again. <paramref name="Record"/>, here and below: the id of a search in this person's own record.</summary>
[For(Role.Commissioner)]
public sealed record SaveSearch(string Record) : UserAct;

[For(Role.Commissioner)]
public sealed record ShowSavedSearches : UserAct;

[For(Role.Commissioner)]
public sealed record RunSavedSearch(string Name) : UserAct;

[For(Role.Commissioner)]
public sealed record DeleteSavedSearch(string Name) : UserAct;

/// <summary>Wants the list of this person's searches, or one of them as it was.</summary>
[For(Role.Commissioner)]
public sealed record ShowSearchRecord(string? Record = null) : UserAct;

/// <summary>Wants a list as a file: the search of a record, the shortlist, or the list of searches; see <see cref="Providers.Exports.ExportKind"/>.</summary>
[For(Role.Commissioner)]
public sealed record ExportProviders(string What) : UserAct;

public sealed record ShowWhatIsHeld : UserAct;

/// <summary>Wants everything deleted. Only <paramref name="Confirmed"/> does it.</summary>
public sealed record DeleteEverything(bool Confirmed) : UserAct;

/// <summary>Leaves a question about stopping, starting again or deleting without doing it.</summary>
public sealed record Cancel : UserAct;
