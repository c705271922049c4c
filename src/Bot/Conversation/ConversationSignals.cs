using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CommissioningBot.Bot.Conversation;

/// <summary>Wakes whoever watches a conversation's log. Nothing is held for a conversation that nobody watches.</summary>
public sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<string, Watch[]> watches = new();

    /// <summary>Begins to watch; begin before reading the log, so that nothing falls between. Dispose it to stop.</summary>
    public Watch Begin(string conversation)
    {
        var watch = new Watch(this, conversation);
        watches.AddOrUpdate(conversation, [watch], (_, others) => [.. others, watch]);
        return watch;
    }

    public void Raise(string conversation)
    {
        if (!watches.TryGetValue(conversation, out var watching)) return;
        foreach (var watch in watching) watch.Raise();
    }

    /// <summary>How many conversations are watched.</summary>
    public int Count => watches.Count;

    private void End(Watch watch)
    {
        while (watches.TryGetValue(watch.Conversation, out var watching))
        {
            Watch[] left = [.. watching.Where(w => w != watch)];
            if (left.Length == 0 ? watches.TryRemove(new(watch.Conversation, watching)) : watches.TryUpdate(watch.Conversation, left, watching)) return;
        }
    }

    /// <summary>One watcher. Commits that happen while it is busy are one signal, which it finds when it waits again.</summary>
    public sealed class Watch(ConversationSignals signals, string conversation) : IDisposable
    {
        private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        internal string Conversation { get; } = conversation;

        /// <summary>Waits for the next commit; false if there was none for so long.</summary>
        public async Task<bool> Next(TimeSpan longest, CancellationToken cancel)
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            late.CancelAfter(longest);
            try
            {
                return await raised.Reader.ReadAsync(late.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose() => signals.End(this);

        internal void Raise() => raised.Writer.TryWrite(true);
    }
}
