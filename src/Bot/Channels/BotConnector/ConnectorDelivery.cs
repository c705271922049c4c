using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// Sends replies to their channels from the log: those of one conversation one after the other, conversations beside each other, and after a
/// restart whatever is still owed. A reply whose fate nobody knows is not sent again; docs/decisions/0015 says why and what is done instead.
/// </summary>
public sealed class ConnectorDelivery(IConversationStore store, ConnectorClient client, TimeProvider time, ILogger<ConnectorDelivery> log) : IHostedService, IDisposable
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Lane> lanes = [];
    private readonly ThreadLimits limits = new();
    private readonly SemaphoreSlim sending = new(MostAtOnce);
    private readonly CancellationTokenSource stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var conversation in await store.ConversationsOwed(cancellationToken)) Wake(conversation);
    }

    /// <summary>Lets what is on its way arrive, so that its fate is known at the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task[] running;
        lock (lanes) running = [.. lanes.Values.Select(l => l.Running)];
        await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Says that something new is owed to a conversation.</summary>
    public void Wake(string conversation)
    {
        lock (lanes)
        {
            if (lanes.TryGetValue(conversation, out var lane)) lane.HasMore = true;
            else lanes[conversation] = lane = new Lane { Running = Task.Run(() => Run(conversation)) };
        }
    }

    public void Dispose()
    {
        sending.Dispose();
        stopping.Dispose();
    }

    private async Task Run(string conversation)
    {
        for (var failures = 0; ;)
        {
            try
            {
                while (await store.NextOwed(conversation, stopping.Token) is { } owed) await Deliver(conversation, owed);
                failures = 0;
                lock (lanes)
                {
                    // Whoever woke this lane after its last look had no other to wake.
                    if (!lanes[conversation].HasMore)
                    {
                        lanes.Remove(conversation);
                        return;
                    }
                    lanes[conversation].HasMore = false;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Delivery to a channel failed; it is tried again");
                await Task.Delay(Backoff(failures++), time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Brings the delivery of a turn one step further.</summary>
    private async Task Deliver(string conversation, OwedTurn owed)
    {
        var (turn, mark) = owed;
        var (position, reply) = Next(turn, mark.Taken);
        var expires = turn.At + GiveUpAfter;
        if (reply is not null) await WaitUntil(mark.NotBefore < expires ? mark.NotBefore : expires);
        if (reply is null || time.GetUtcNow() >= expires)
        {
            if (reply is not null) log.LogWarning("A reply could not be delivered for {Hours} hours and is given up", GiveUpAfter.TotalHours);
            await store.SettleDelivery(conversation, turn.FirstPosition);
            return;
        }
        await WaitUntil(limits.Next(conversation, time.GetUtcNow()));

        var outcome = await Send(conversation, turn, mark, reply);
        switch (outcome.Result)
        {
            case SendResult.NotNow:
                var wait = outcome.RetryAfter ?? Backoff(mark.Attempts);
                log.LogInformation("A channel takes nothing now (status {Status}); it is tried again in {Seconds} seconds", (int?)outcome.Status, wait.TotalSeconds);
                await store.NoteDelivery(conversation, mark with { Attempts = mark.Attempts + 1, NotBefore = time.GetUtcNow() + wait });
                break;
            case SendResult.Unknown when !mark.InDoubt:
                // It stands as in doubt already, and the next step acts on that.
                log.LogWarning("It is not known whether a channel has taken a reply (status {Status}); it is not sent again", (int?)outcome.Status);
                break;
            case SendResult.Closed:
                log.LogWarning("A channel takes nothing more for a conversation (status {Status}); nothing more is sent to it", (int?)outcome.Status);
                await store.SettleDelivery(conversation, long.MaxValue);
                break;
            default:
                if (outcome.Result == SendResult.Refused) log.LogError("A channel refused a reply (status {Status}); it is given up", (int?)outcome.Status);
                if (position == turn.LastPosition) await store.SettleDelivery(conversation, turn.FirstPosition);
                else await store.NoteDelivery(conversation, new DeliveryMark(turn.FirstPosition, position, InDoubt: false, 0, DateTimeOffset.UnixEpoch));
                break;
        }
    }

    private async Task<SendOutcome> Send(string conversation, LoggedTurn turn, DeliveryMark mark, Activity reply)
    {
        await sending.WaitAsync(stopping.Token);
        try
        {
            // Written before it is sent: should the process die meanwhile, the next one knows that this may have arrived.
            if (!mark.InDoubt) await store.NoteDelivery(conversation, mark with { InDoubt = true });
            limits.Count(conversation, time.GetUtcNow());
            return await client.Send(mark.InDoubt ? Doubt(reply) : reply, answersActivity: BotConnectorEndpoint.HasChannelsId(turn.TurnKey));
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>The first reply after a position that is for the channel; events are for the page around our own chat.</summary>
    private static (long Position, Activity? Reply) Next(LoggedTurn turn, long taken)
    {
        for (var position = taken + 1; position <= turn.LastPosition; position++)
        {
            var reply = Activity.FromJson(turn.Activities[(int)(position - turn.FirstPosition)]);
            if (reply.Type == ActivityTypes.Message) return (position, reply);
        }
        return (turn.LastPosition, null);
    }

    private static Activity Doubt(Activity reply) => reply with
    {
        Text = "Something went wrong on the way to you, and I am not sure that my last message arrived. If you are missing an answer, please ask again; in the health check, type **continue** and I show you where you are.",
        Attachments = null,
        SuggestedActions = null,
        ChannelData = null,
        Entities = null,
        Value = null,
    };

    private static TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, attempts)));

    private Task WaitUntil(DateTimeOffset moment) =>
        moment - time.GetUtcNow() is { Ticks: > 0 } wait ? Task.Delay(wait, time, stopping.Token) : Task.CompletedTask;

    private sealed class Lane
    {
        public required Task Running { get; init; }

        public bool HasMore { get; set; }
    }
}
