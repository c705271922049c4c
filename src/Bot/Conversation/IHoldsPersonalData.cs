namespace CommissioningBot.Bot.Conversation;

/// <summary>A part of the bot that keeps something of a person beside the conversation itself.</summary>
public interface IHoldsPersonalData
{
    /// <summary>What is held, one sentence for each thing.</summary>
    ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel);

    /// <summary>Deletes it with this turn and says what that was, one phrase for each thing.</summary>
    ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel);
}
