using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>A conversation that keeps what the last answer was about, as a channel would.</summary>
internal sealed class Conversation
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly AnswerQuestion Shared = new(ContentLibrary.Load());

    private AnswerContext? context;

    public Answer Say(string text, DateOnly? asOf = null)
    {
        var answer = Shared.Ask(new Question(text, context, asOf ?? Today));
        context = answer.Context;
        return answer;
    }
}
