namespace CommissioningBot.Bot.Conversation;

/// <summary>Lets one holder at a time through for each key; different keys do not wait for each other.</summary>
public sealed class OneAtATime(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Gate> gates = [];

    /// <summary>Waits for the key's turn; dispose the result to let the next one in. Null if somebody kept it for too long.</summary>
    public async Task<IDisposable?> Enter(string key, CancellationToken cancel)
    {
        Gate gate;
        lock (gates)
        {
            if (!gates.TryGetValue(key, out gate!)) gates[key] = gate = new Gate();
            gate.Users++;
        }
        try
        {
            if (!gate.Semaphore.Wait(0, CancellationToken.None))
            {
                // Two that wait for each other must not wait for ever.
                using var late = new CancellationTokenSource(Patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
                await gate.Semaphore.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Forget(key, gate);
            cancel.ThrowIfCancellationRequested();
            return null;
        }
        return new Holder(this, key, gate);
    }

    private void Forget(string key, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users > 0) return;
            gates.Remove(key);
            gate.Semaphore.Dispose();
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);
        public int Users { get; set; }
    }

    private sealed class Holder(OneAtATime owner, string key, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Semaphore.Release();
            owner.Forget(key, gate);
        }
    }
}
