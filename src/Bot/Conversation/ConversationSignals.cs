using System.Collections.Concurrent;

namespace CommissioningBot.Bot.Conversation;

/// <summary>Wakes whoever waits for something new in a conversation's log.</summary>
public sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();

    /// <summary>Completes at the next commit. Take it before reading the log, so that nothing falls between.</summary>
    public Task Next(string conversation) =>
        waiting.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Raise(string conversation)
    {
        if (waiting.TryRemove(conversation, out var signal)) signal.SetResult();
    }
}
