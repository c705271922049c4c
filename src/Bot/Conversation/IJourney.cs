namespace CommissioningBot.Bot.Conversation;

/// <summary>A part of the conversation with its own state. Journeys do not know each other; <see cref="Routes"/> decides who is asked.</summary>
public interface IJourney
{
    /// <summary>Its name in <see cref="ConversationState.Open"/>.</summary>
    string Name { get; }

    /// <summary>True if, while open, it has put a question and the next text is probably its answer.</summary>
    bool ExpectsAnswer => false;

    /// <summary>Takes a pressed button; false if it is not one of this journey's.</summary>
    ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel);

    /// <summary>Takes typed text that is clearly this journey's, such as "health check"; false if it is not.</summary>
    ValueTask<bool> Command(Turn turn, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>Takes typed text that no journey clearly knew as its own; false if this one has nothing to say to it either.</summary>
    ValueTask<bool> Otherwise(Turn turn, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>Takes typed text while this journey waits for an answer; false if the text does not look like one.</summary>
    ValueTask<bool> Continue(Turn turn, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>
    /// Takes typed text while the bot is switched off: only what fetches or deletes a person's own data, and a call for help in danger.
    /// </summary>
    ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>Asks again what was asked before something else came in between.</summary>
    ValueTask Remind(Turn turn, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <summary>Goes one step back; false if there is none.</summary>
    ValueTask<bool> GoBack(Turn turn, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>Says what stopping leaves behind, as one sentence.</summary>
    ValueTask<string?> Stop(Turn turn, CancellationToken cancel) => ValueTask.FromResult<string?>(null);
}
