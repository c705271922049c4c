using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Partners;

/// <summary>
/// Shows groups other groups that they might work with, by public facts only. Anybody may use it; commissioners, whose own search says more, get it
/// only by its button.
/// </summary>
public sealed class PartnersJourney(CurrentProviders providers, IKnowledgeStore store, HostSettings host) : IJourney
{
    public string Name => "partners";

    // It is open only while it asks back.
    public bool ExpectsAnswer => true;

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not SearchPartners search) return ValueTask.FromResult(false);
        var query = Understand(search.Query);
        if (search.Place is { } id && providers.Index.Gazetteer.Find(id) is not null) query = query with { Places = [id], WhichPlace = [], UnknownPlace = null };
        Look(turn, query, null);
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (turn.Role > Role.Group) return ValueTask.FromResult(false);
        if (turn.State is { Partners.Query: { } previous } && turn.State.Newest == Name && GoOn(turn, previous)) return ValueTask.FromResult(true);
        var (clear, likely) = (PartnerIntent.IsClear(turn.Text), PartnerIntent.IsLikely(turn.Text));
        if (!clear && !likely) return ValueTask.FromResult(false);
        var query = Understand(turn.Text);
        // "Who else took part in Bolton?" is about a paper: without a kind of work nobody is looked for.
        if (!clear && query.Services.Count + query.SharedNames.Count == 0) return ValueTask.FromResult(false);
        Look(turn, query, null);
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Partners is not { Asks: { } asked, Query: var query } || PartnerIntent.IsQuestion(turn.Text)) return ValueTask.FromResult(false);
        var said = Understand(turn.Text);
        if (PartnerIntent.DoesNotKnow(turn.Text))
        {
            Close(turn, query);
            turn.Say(PartnersWording.TalkItOver(host));
        }
        else if (asked == PartnerDetail.Place && PartnerIntent.AnywhereWillDo(turn.Text)) Show(turn, query);
        else if (asked == PartnerDetail.Place)
        {
            // Only what names a place is an answer to where.
            if (HasPlace(said)) Look(turn, At(query, said) with { Text = query.Text + " " + turn.Text }, null);
            else if (said.Services.Count + said.WhoFor.Count > 0) Look(turn, said, null);
            else Ask(turn, query, PartnerDetail.Place, PartnersWording.NotAPlace);
        }
        else if (HasWork(said)) Look(turn, (HasPlace(said) ? said : At(said, query)) with { Text = turn.Text + " " + query.Text }, null);
        else Ask(turn, query, PartnerDetail.Work, PartnersWording.NotWork);
        return ValueTask.FromResult(true);
    }

    public ValueTask Remind(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Partners is { Asks: { } asks } state) Ask(turn, state.Query, asks, PartnersWording.Back);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> Stop(Turn turn, CancellationToken cancel)
    {
        turn.State = turn.State with { Partners = null };
        return ValueTask.FromResult<string?>(null);
    }

    private bool GoOn(Turn turn, ProviderQuery previous)
    {
        if (PartnerIntent.WantsMore(turn.Text)) turn.Say(PartnersWording.NoMore(host));
        else if (PartnerIntent.WantsWhatIsNotShown(turn.Text)) turn.Say(PartnersWording.OnlyWorkAndPlace(host));
        else if (PartnerIntent.GoesOn(turn.Text) && Says(Understand(turn.Text))) Look(turn, Understand(turn.Text, previous), null);
        else return false;
        return true;
    }

    private void Look(Turn turn, ProviderQuery query, string? note)
    {
        if (!HasWork(query)) Ask(turn, query, PartnerDetail.Work, note);
        else if (query.WhichPlace.Count > 0) Which(turn, query);
        else if (query.UnknownPlace is { } unknown) Ask(turn, query with { UnknownPlace = null }, PartnerDetail.Place, PartnersWording.UnknownPlace(unknown));
        else if (query.Places.Count == 0) Ask(turn, query, PartnerDetail.Place, note);
        else Show(turn, query);
    }

    private void Show(Turn turn, ProviderQuery query)
    {
        Close(turn, query);
        var result = new FindPartners(providers.Index).Find(query, Week(turn.Now));
        var text = PartnersWording.Result(result, RegisterLink, host.AddressFor(turn), host);
        turn.Say(new Reply(text)
        {
            Buttons = [new("What is a consortium?", new Ask("What is a consortium?")), new("What goes into a partnership agreement?", new Ask("What is a partnership agreement?"))],
            Data = PartnersOnTheWire.Of(result, text),
        });
    }

    private void Which(Turn turn, ProviderQuery query)
    {
        Close(turn, query);
        var choices = query.WhichPlace.Select(providers.Index.Gazetteer.Find).OfType<Knowledge.Places.Place>().Take(5).ToList();
        turn.Say(new Reply(PartnersWording.WhichPlace)
        {
            Buttons = [.. choices.Select(p => new Button(p.Label, new SearchPartners(query.Text, p.Id)))],
            Data = PartnersOnTheWire.Asking(PartnersWording.WhichPlace, choices.Select(p => p.Label)),
        });
    }

    // One thing at a time.
    private void Ask(Turn turn, ProviderQuery query, PartnerDetail asks, string? note)
    {
        var before = turn.State.Open == Name ? turn.State.Partners?.Before : turn.State.Open;
        turn.State = turn.State with { Open = Name, Partners = new PartnersState(query, asks, before) };
        turn.HasAsked = true;
        var text = (note is null ? "" : note + "\n\n") + PartnersWording.Question(asks);
        turn.Say(new Reply(text) { Prompts = ["Stop"], Data = PartnersOnTheWire.Asking(text, []) });
    }

    private void Close(Turn turn, ProviderQuery query) => turn.State = turn.State with
    {
        Open = turn.State.Open == Name ? turn.State.Partners?.Before : turn.State.Open,
        Partners = new PartnersState(query, null, null),
    };

    private ProviderQuery Understand(string text, ProviderQuery? previous = null) =>
        new UnderstandProviderQuery(providers.Index).Run(PartnerIntent.WithoutAsking(text), previous) with { Text = text, Page = 1, Number = null };

    private static ProviderQuery At(ProviderQuery work, ProviderQuery place) =>
        work with { Places = place.Places, WhichPlace = place.WhichPlace, UnknownPlace = place.UnknownPlace, Near = place.Near };

    private static bool Says(ProviderQuery query) => query.Services.Count + query.WhoFor.Count > 0 || HasPlace(query);

    private static bool HasWork(ProviderQuery query) => query.Services.Count + query.WhoFor.Count + query.SharedNames.Count + query.Words.Count > 0 || query.Name is not null;

    private static bool HasPlace(ProviderQuery query) => query.Places.Count + query.WhichPlace.Count > 0 || query.UnknownPlace is not null;

    private string? RegisterLink(string id) => store.SourcesOf(id).Select(s => s.Facts?.RegisterLink).FirstOrDefault(l => l is not null);

    // Those that fit alike take turns by the week.
    private static int Week(DateTimeOffset now) => ISOWeek.GetYear(now.UtcDateTime) * 100 + ISOWeek.GetWeekOfYear(now.UtcDateTime);
}
