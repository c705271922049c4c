using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.Shortlists;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers;

/// <summary>Lets commissioners search providers in plain words and narrow the search. Everybody else is refused, whichever way they come.</summary>
public sealed class ProvidersJourney(CurrentProviders providers, IKnowledgeStore store, AnswerQuestion questions, SearchRecords records, HostSettings host) : IJourney
{
    public string Name => "providers";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case SearchProviders or MoreProviders or ChangeProviderSearch when turn.Role < Role.Commissioner:
                Refuse(turn, (act as SearchProviders)?.Query ?? "");
                return ValueTask.FromResult(true);
            case SearchProviders search:
                Search(turn, new UnderstandProviderQuery(providers.Index).Run(search.Query));
                return ValueTask.FromResult(true);
            case MoreProviders more:
                if (new FindProviders(providers.Index).Find(more.Page) is { } page && PageToken.Read(more.Page) is { } token) Show(turn, page, token.Query, token.Week);
                else turn.Say(ProvidersWording.UnknownPage);
                return ValueTask.FromResult(true);
            case ChangeProviderSearch change:
                if (PageToken.Read(change.Page) is { } changed && Buttons(changed.Week).Rest(changed.Query, change.From) is { Count: > 0 } rest) turn.Say(new Reply(ProvidersWording.WhatToChange) { Buttons = rest });
                else turn.Say(ProvidersWording.UnknownPage);
                return ValueTask.FromResult(true);
            default:
                return ValueTask.FromResult(false);
        }
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (!SearchIntent.IsClear(turn.Text) && (!IsSearch(turn, needsPlace: true) || IsRatherAQuestion(turn)) && !IsBareSearch(turn)) return ValueTask.FromResult(false);
        SearchOrRefuse(turn);
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> Otherwise(Turn turn, CancellationToken cancel)
    {
        if (!IsSearch(turn, needsPlace: false)) return ValueTask.FromResult(false);
        SearchOrRefuse(turn);
        return ValueTask.FromResult(true);
    }

    private bool IsSearch(Turn turn, bool needsPlace)
    {
        var understand = new UnderstandProviderQuery(providers.Index);
        var previous = Previous(turn);
        if (previous is not null && understand.TakesBack(turn.Text, previous)) return true;
        var rest = understand.WithoutFilters(turn.Text);
        // "Which of them are small?" asks about the list, though it begins as questions do.
        if (SearchIntent.AsksAboutRules(rest) && !(previous is not null && rest != turn.Text && SearchIntent.AsksAboutThem(rest))) return false;
        return SearchIntent.Is(rest, understand.Run(turn.Text, previous), previous is not null, needsPlace);
    }

    // What the content does not know either, an officer looks for in the data.
    private bool IsBareSearch(Turn turn) =>
        turn.Role >= Role.Commissioner && SearchIntent.IsBare(turn.Text, new UnderstandProviderQuery(providers.Index).Run(turn.Text, Previous(turn)))
        && questions.Ask(new Question(turn.Text, null, turn.Today)).Outcome is Outcome.Declined or Outcome.Nothing or Outcome.Partly;

    // "Tower Hamlets commissioning phases" names a place and a service as a search does. What the content surely answers is a question to whoever
    // may not search, and to a commissioner if the search would find nobody.
    private bool IsRatherAQuestion(Turn turn)
    {
        if (turn.State.Open == Name || questions.Ask(new Question(turn.Text, null, turn.Today)).Outcome != Outcome.Answered) return false;
        return turn.Role < Role.Commissioner || new FindProviders(providers.Index).Find(new UnderstandProviderQuery(providers.Index).Run(turn.Text), Week(turn.Now)) is { Total: 0, Clarify.Count: 0 };
    }

    private void SearchOrRefuse(Turn turn)
    {
        if (turn.Role < Role.Commissioner) Refuse(turn, turn.Text);
        else Search(turn, new UnderstandProviderQuery(providers.Index).Run(turn.Text, Previous(turn)));
    }

    // Only while the list is what was last talked about does "only in Wirral" mean the list.
    private ProviderQuery? Previous(Turn turn) => turn.State.Open == Name ? turn.State.Providers?.Query : null;

    // Who is no officer may still be a group that looks for another to work with.
    private void Refuse(Turn turn, string query)
    {
        var text = ProvidersWording.OnlyForCommissioners(host);
        turn.Say(new Reply(text) { Buttons = [new(ProvidersWording.LookForPartner, new SearchPartners(query))], Data = ProvidersOnTheWire.Refusal(text) });
    }

    /// <summary>Searches and shows the first page. Whoever calls it has checked the role.</summary>
    internal void Search(Turn turn, ProviderQuery query) => Show(turn, new FindProviders(providers.Index).Find(query, Week(turn.Now)), query, Week(turn.Now));

    private void Show(Turn turn, ProviderResult result, ProviderQuery query, int week)
    {
        var record = records.Note(turn, result, query, week);
        turn.State = turn.State with { Open = Name, Providers = new ProvidersState(query) { Record = record, Shown = InSight(turn, result, record) } };
        var sources = DataSources.Of(store);
        var text = ProvidersWording.Result(result, sources, host);
        turn.Say(new Reply(text)
        {
            // Those for each provider come first, so that a number typed alone names what has that number in the list.
            Buttons = [.. KeepButtons.ForEach(turn, result), .. Buttons(week).Below(result, query), .. KeepButtons.ForAll(turn, result, record)],
            Data = ProvidersOnTheWire.Of(result, text, sources),
        });
    }

    private ProvidersButtons Buttons(int week) => new(providers.Index.Gazetteer, providers.Index.DataVersion, week);

    // After the last page its providers are still what a number means.
    private static IReadOnlyList<string> InSight(Turn turn, ProviderResult result, string? record) =>
        result.Matches.Count == 0 && record is not null && turn.State.Providers is { } before && before.Record == record ? before.Shown : [.. result.Matches.Select(m => m.Id)];

    /// <summary>The week that decides between equals, so that nobody is always first and a repeat gives the same list.</summary>
    public static int Week(DateTimeOffset now) => ISOWeek.GetYear(now.UtcDateTime) * 100 + ISOWeek.GetWeekOfYear(now.UtcDateTime);
}
