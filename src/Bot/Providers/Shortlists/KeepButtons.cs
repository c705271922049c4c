using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers.Shortlists;

/// <summary>What a list of providers offers to keep. Those for each provider come first, so that a number typed alone names what has that number in the list.</summary>
internal static class KeepButtons
{
    private const int LongestName = 40;

    public static IEnumerable<Button> ForEach(Turn turn, ProviderResult result) =>
        turn.Activity.IsInCompany ? [] : result.Matches.Select((m, i) => new Button(FormattableString.Invariant($"Shortlist {i + 1}: {Short(m.Name)}"), new AddToShortlist(m.Id)));

    /// <param name="record">The id of the search's record; null if it found no list.</param>
    public static IEnumerable<Button> ForAll(Turn turn, ProviderResult result, string? record)
    {
        if (record is null || turn.Activity.IsInCompany) yield break;
        if (result.Total + result.Matches.Count > 0) yield return new Button("Export this list", new ExportProviders(ExportKind.Of(record)));
        yield return new Button("Save this search", new SaveSearch(record));
    }

    public static string Short(string name) => name.Length <= LongestName ? name : name[..(name.LastIndexOf(' ', LongestName) is > 0 and var space ? space : LongestName)] + " ...";
}
