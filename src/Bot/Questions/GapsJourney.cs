using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Questions;

/// <summary>Shows advisers what could not be answered, so that they know what groups ask for. Everybody else is refused.</summary>
public sealed class GapsJourney(IConversationStore store, HostSettings host) : IJourney
{
    private const int Shown = 10;

    private static readonly HashSet<string> Phrases = new(StringComparer.Ordinal)
    {
        "content gaps", "show content gaps", "show the content gaps", "show me the content gaps", "what are the content gaps", "list content gaps", "what could you not answer",
    };

    public string Name => "gaps";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel) => ValueTask.FromResult(false);

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (!Phrases.Contains(Words.Fold(turn.Text).Trim(' ', '.', '!', '?'))) return false;
        if (turn.Role < Role.Adviser) turn.Say(QuestionsWording.OnlyForAdvisers(host.PersonFor(turn.Role)));
        else if (await KeptGaps.All(store, cancel) is { Count: > 0 } all) turn.Say(QuestionsWording.Gaps(all.Take(Shown).Select(g => Markdown.Plain(g.ToString())), all.Count));
        else turn.Say(QuestionsWording.NoGaps);
        return true;
    }
}
