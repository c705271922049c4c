using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Bot.Providers;

/// <summary>The presses below a list: the next page, the place made wider, and each thing that was understood taken back.</summary>
/// <param name="week">The week whose order the list has.</param>
internal sealed class ProvidersButtons(Gazetteer gazetteer, long dataVersion, int week)
{
    // A card has six presses: with one for each provider, to export and to save, a list comes to two cards.
    private const int MostBelow = 5;
    private const int Most = 6;
    private const int MostPlaces = 5;

    public IReadOnlyList<Button> Below(ProviderResult result, ProviderQuery query)
    {
        if (result.Clarify.Count > 0) return [.. result.Clarify.Take(MostPlaces).Select(c => new Button(c.Label, Ask(query with { WhichPlace = [], Places = [c.Id] })))];
        var more = result.PageToken is { } next ? new Button("Show more", new MoreProviders(next)) : null;
        List<Button> all = [.. Wider(query), .. Drops(query)];
        var room = MostBelow - (more is null ? 0 : 1);
        var shown = all.Count <= room ? all : [.. all.Take(room - 1), new Button("Change something else", new ChangeProviderSearch(Token(query), room - 1))];
        return more is null ? shown : [more, .. shown];
    }

    /// <summary>What had no room below the list.</summary>
    /// <param name="from">How many were shown before.</param>
    public IReadOnlyList<Button> Rest(ProviderQuery query, int from)
    {
        var rest = Wider(query).Concat(Drops(query)).Skip(from).ToList();
        return rest.Count <= Most ? rest : [.. rest.Take(Most - 1), new Button("Change something else", new ChangeProviderSearch(Token(query), from + Most - 1))];
    }

    private IEnumerable<Button> Wider(ProviderQuery query)
    {
        if (query.Places is not [var id] || gazetteer.Find(id) is not { } place) yield break;
        if (!query.Near) yield return new Button($"Near {place.Label} too", Ask(query with { Near = true }));
        if (place.Within.Select(gazetteer.Find).OfType<Place>().FirstOrDefault() is { } wider) yield return new Button($"All of {wider.Name}", Ask(query with { Places = [wider.Id], Near = false }));
    }

    // What is left must still say what is looked for.
    private IEnumerable<Button> Drops(ProviderQuery query)
    {
        var parts = QueryParts.Of(query, gazetteer);
        if (parts.Count < 2) yield break;
        foreach (var part in parts) yield return new Button((part.Called.Contains("place") ? "Drop the place: " : "Drop: ") + part.Label, Ask(part.Drop(query)));
    }

    private MoreProviders Ask(ProviderQuery changed) => new(Token(changed));

    private string Token(ProviderQuery query) => new PageToken(query with { Page = 1 }, dataVersion, week).Write();
}
