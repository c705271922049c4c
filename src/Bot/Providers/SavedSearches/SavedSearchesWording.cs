using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers.SavedSearches;

/// <summary>What is said about saved searches.</summary>
public static class SavedSearchesWording
{
    private const int MostNames = 20;

    public const string NothingToSave = "There is no search of yours here to save. Search first, such as *befriending in Bolton*, and then type **save this search as befriending Bolton**.";
    public const string NoneOfThatName = "You have no saved search of that name. Type **my saved searches** to see those that you have.";

    public static string Full => string.Create(CultureInfo.InvariantCulture, $"You have {KeptSavedSearches.Most} saved searches, and I keep no more. Delete one first.");

    public static string Saved(string name, string understood, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"Saved as **{Markdown.Plain(name)}** ({Markdown.Plain(understood)}). Type **run {Markdown.Plain(name)}** to see who is new and who is gone. Your saved searches are kept for {host.KeepShortlistsDays} days after you last saved or ran one.");

    /// <summary>What a search is called whose name nobody has given: such as "befriending, older people, Bolton".</summary>
    public static string NameFor(Understood understood)
    {
        string?[] said = [.. understood.Services, .. understood.WhoFor, .. understood.Words, understood.Name, understood.Number, .. understood.Places];
        return string.Join(", ", said.Where(s => s is not null));
    }

    public static string Held(int count, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 1 ? "your saved search" : $"your {count} saved searches")}; kept for {host.KeepShortlistsDays} days after you last saved or ran one");

    public static string NameIsTaken(SavedSearch same, string understood) =>
        same.Understood == understood
            ? $"You have saved that search already, as **{Markdown.Plain(same.Name)}**. Nothing was changed."
            : $"You have another search called **{Markdown.Plain(same.Name)}** ({Markdown.Plain(same.Understood)}), so nothing was saved. Choose another name, or delete that one first.";

    public static string Deleted(string name) => $"Deleted your saved search **{Markdown.Plain(name)}**. Your search record still has what it found.";

    public static string List(IReadOnlyList<SavedSearch> all, HostSettings host)
    {
        if (all.Count == 0) return "You have no saved searches. After a search, type **save this search as** and a name.";
        var text = new StringBuilder("**Your saved searches**\n\n");
        for (var i = 0; i < all.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1}. **{Markdown.Plain(all[i].Name)}**: {Markdown.Plain(all[i].Understood)}; last run {UkClock.Say(all[i].LastRun)}\n");
        return text.Append(CultureInfo.InvariantCulture, $"\nType **run** or **delete** and a name. They are kept for {host.KeepShortlistsDays} days after you last saved or ran one.").ToString();
    }

    public static string NothingToCompare(SavedSearch search) => $"**{Markdown.Plain(search.Name)}**: what the last run found is not kept any more, so I cannot say what is new. This run will be compared next time.";

    /// <param name="gone">Names of those not found any more, and whether the data still have them.</param>
    /// <param name="isWhole">False if a list was too long to be kept whole.</param>
    public static string Compared(SavedSearch search, IReadOnlyList<string> fresh, IReadOnlyList<(string Name, bool InData)> gone, bool isWhole, bool isSameData)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{Markdown.Plain(search.Name)}**, since the last run on {UkClock.Say(search.LastRun)} (UK time):\n\n");
        if (fresh.Count + gone.Count == 0) text.Append("- nobody is new and nobody is gone").Append(isSameData ? "; the data are the same" : "").Append('\n');
        Append(text, "New: ", fresh);
        Append(text, "Gone, not in the data any more (they may still exist): ", [.. gone.Where(g => !g.InData).Select(g => g.Name)]);
        Append(text, "Gone from this list, but still in the data: ", [.. gone.Where(g => g.InData).Select(g => g.Name)]);
        if (!isWhole) text.Append(CultureInfo.InvariantCulture, $"- The list is longer than the {SearchRecords.MostFound} that I compare.\n");
        return text.ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, string what, IReadOnlyList<string> names)
    {
        if (names.Count == 0) return;
        text.Append("- ").Append(what).AppendJoin("; ", names.Take(MostNames).Select(Markdown.Plain));
        if (names.Count > MostNames) text.Append(CultureInfo.InvariantCulture, $"; and {names.Count - MostNames} more");
        text.Append('\n');
    }
}
