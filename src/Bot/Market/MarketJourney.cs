using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Market;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Market;

/// <summary>
/// Shows commissioners and advisers the market: who is out there, where nobody states a service, whom a requirement would leave out, and who could cover
/// a need together. Everybody else is refused, whichever way they come.
/// </summary>
public sealed class MarketJourney(MarketAnswers answers, CurrentProviders providers, MarketLinks links, HostSettings host) : IJourney
{
    // So many buttons fit one card.
    private const int MostPlaces = 5;

    public string Name => "market";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not AskMarket pressed) return ValueTask.FromResult(false);
        if (turn.Role < Role.Commissioner) Refuse(turn);
        else if (MarketAsked.Read(pressed.Asked) is { } asked) Tell(turn, asked);
        else turn.Say(MarketWording.UnknownButton);
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel) => ValueTask.FromResult(Took(turn, new UnderstandMarket(providers.Index).Run(turn.Text, About(turn))));

    public ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        var understand = new UnderstandMarket(providers.Index);
        return ValueTask.FromResult(turn.State.Market is { } market && Took(turn, understand.Run(turn.Text, About(turn)) ?? understand.GoOn(turn.Text, market.Asked)));
    }

    // Only what was talked about last can be meant by "where are the gaps?".
    private ProviderQuery? About(Turn turn) =>
        turn.State.Open == Name ? turn.State.Market?.Asked.Query : turn.State is { Open: "providers", Providers.Query: { Name: null, Number: null } searched } ? searched : null;

    private bool Took(Turn turn, MarketAsked? asked)
    {
        if (asked is null) return false;
        if (turn.Role < Role.Commissioner) Refuse(turn);
        else Tell(turn, asked);
        return true;
    }

    private void Refuse(Turn turn)
    {
        var text = MarketWording.OnlyForCommissioners(host);
        turn.Say(new Reply(text) { Data = MarketOnTheWire.Answer("declined", text, null, [], []) });
    }

    private void Tell(Turn turn, MarketAsked asked)
    {
        var again = turn.State is { Newest: "market", Market.Asked: var before } && before.Question == asked.Question && !before.OfNobody && (before.Question != MarketQuestion.LeaveOut || before.Requirements.Count > 0);
        turn.State = turn.State with { Open = Name, Market = new MarketState(asked) };
        var answer = answers.Answer(asked, turn.Today, again);
        var page = answer.IsCounted && links.To(turn, asked) is { } address ? $"\n\n[The figures as a page to print]({address}); the link works for an hour." : "";
        turn.Say(new Reply(answer.Text + page) { Buttons = [.. Buttons(asked, answer, turn)], Data = answer.Data });
    }

    private IEnumerable<Button> Buttons(MarketAsked asked, MarketAnswer answer, Turn turn)
    {
        if (answer.Search is not { } search) yield break;
        if (search.Clarify.Count > 0)
        {
            foreach (var choice in search.Clarify.Take(MostPlaces)) yield return Ask(choice.Label, asked with { Query = asked.Query with { WhichPlace = [], Places = [choice.Id] } });
            yield break;
        }
        if (search.UnknownPlace is not null) yield break;
        if (answer.HasProviders && asked.Question != MarketQuestion.Cover) yield return new Button("List these providers", new MoreProviders(asked.ListToken(search.DataVersion, turn.Today)));
        foreach (var requirement in asked.Requirements.Count > 1 ? asked.Requirements.Take(3) : []) yield return Ask($"Without {LeftOutWording.Name(requirement)}", asked with { Requirements = [.. asked.Requirements.Where(r => r != requirement)] });
        if (asked.Question == MarketQuestion.LeaveOut) yield return new Button("What is the threshold now?", new Ask("What is the threshold for services now?"));
        if (asked.Question == MarketQuestion.View) yield return Ask("Where are the gaps?", asked with { Question = MarketQuestion.Gaps, Query = Wider(asked.Query) });
        if (asked.Question == MarketQuestion.Gaps) yield return Ask("Who is out there?", asked with { Question = MarketQuestion.View });
        if (asked.Question == MarketQuestion.Cover && asked.Query is { Near: false, Places.Count: 1 }) yield return Ask($"Near {search.Understood.Places[0]} too", asked with { Query = asked.Query with { Near = true } });
    }

    // Gaps are told by council, so those of one council are looked for around it.
    private ProviderQuery Wider(ProviderQuery query)
    {
        if (query.Places is not [var id] || providers.Index.Gazetteer.Find(id) is not { Kind: < PlaceKind.County } place) return query;
        var gazetteer = providers.Index.Gazetteer;
        return gazetteer.Places.FirstOrDefault(p => p.Kind == PlaceKind.County && gazetteer.LiesIn(place, p)) is { } county ? query with { Places = [county.Id], Near = false } : query;
    }

    private static Button Ask(string label, MarketAsked asked) => new(label, new AskMarket(asked.Write()));
}
