using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Questions;

/// <summary>
/// Says, when somebody comes back, what has changed or ended of what they were told on an earlier day: once for each change, and never instead of
/// what they came for.
/// </summary>
public sealed class ToldThenChanged(ContentLibrary library, HostSettings host)
{
    private const int MostNamed = 5;

    /// <param name="turn">A turn in which everything else has been said.</param>
    /// <param name="before">What the conversation had been told before this turn.</param>
    public void Remind(Turn turn, IReadOnlyList<ToldEntry> before)
    {
        List<(ToldEntry Told, EntryAsOf Now)> changed = [.. from told in before
                       where told.On < turn.Today
                       let entry = library.Find(told.Id)
                       where entry is not null
                       let now = EntryAsOf.Of(library, entry, turn.Today)
                       where !now.Holds || now.Version != told.Version
                       select (told, now)];
        if (changed.Count == 0) return;
        foreach (var (told, now) in changed)
        {
            // What has ended is told once; what has changed may change again. What was told again in this very turn is up to date already.
            turn.State = turn.State with { Told = turn.State.Told.Replacing(told, now.Holds ? new ToldEntry(told.Id, now.Version, turn.Today) : null) };
        }
        var named = changed.TakeLast(MostNamed).ToList();
        List<Button> buttons = [.. named.Select(c => Now(c.Now)).OfType<Entry>().Distinct().Select(e => new Button(e.Title, new Ask(e.Title)))];
        var changes = named.ConvertAll(c => OfOne(c.Told, c.Now, turn.Role));
        turn.SayFirst(new Reply(QuestionsWording.Changed(changes, changed.Count - named.Count, buttons.Count > 0)) { Buttons = buttons });
    }

    private string OfOne(ToldEntry told, EntryAsOf now, Role role)
    {
        var what = HasEnded(now) ? QuestionsWording.Ended(now) : QuestionsWording.ChangedOn(now, told.On);
        return QuestionsWording.ToldOf(told.On, now.Entry.Title) + " " + what + (Now(now) is null ? QuestionsWording.NothingNewer(host.PersonFor(role)) : "");
    }

    private static bool HasEnded(EntryAsOf now) => !now.Holds || now.Entry.Currency == Currency.Closed;

    private static Entry? Now(EntryAsOf now) => now.Instead() is [var instead, ..] ? instead : HasEnded(now) ? null : now.Entry;
}
