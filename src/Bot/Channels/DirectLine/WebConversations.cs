using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Conversations of the web: with Web Chat over Direct Line, or without JavaScript on <c>/chat</c>.</summary>
public sealed class WebConversations(TurnEngine engine, IConversationStore store, ILogger<WebConversations> log)
{
    private const int TurnsAtOnce = 200;

    /// <summary>The store's key of a web conversation.</summary>
    public static string Key(string conversation) => "web/" + conversation;

    /// <summary>Starts the conversation if it has not started, so that the bot greets once; true if it is new.</summary>
    public async Task<bool> Open(TokenClaims visitor, HttpContext http, CancellationToken cancel)
    {
        if (await store.Load(Key(visitor.Conversation), cancel) is not null) return false;
        await Run(visitor, "opened", new Activity { Type = ActivityTypes.ConversationUpdate }, http, cancel);
        return true;
    }

    /// <summary>False only if the conversation is certainly not there; trouble with the store proves nothing.</summary>
    public async Task<bool> Known(string conversation, CancellationToken cancel)
    {
        try
        {
            return await store.Load(Key(conversation), cancel) is not null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A conversation could not be looked up");
            return true;
        }
    }

    /// <summary>Takes what a client sent, with files that were put aside for it, and gives it back as it stands in the log.</summary>
    public async Task<Activity> Post(TokenClaims visitor, Activity sent, HttpContext http, CancellationToken cancel, IReadOnlyList<Attachment>? files = null)
    {
        // Typing and the like change nothing and are not kept.
        if (sent.Type is not (ActivityTypes.Message or ActivityTypes.Event)) return new Activity { Id = visitor.Conversation + "|0000000" };
        var turnKey = ClientFields.ActivityId(sent) is { } id ? "client:" + id : "server:" + Visitors.NewId();
        return (await Run(visitor, turnKey, ClientFields.Taken(sent) with { Attachments = files }, http, cancel))[0];
    }

    /// <summary>What a client has not seen yet, without what is not for clients.</summary>
    public async Task<ActivitySet> After(string conversation, long watermark, CancellationToken cancel)
    {
        var activities = new List<Activity>();
        var position = watermark;
        foreach (var turn in await store.Read(Key(conversation), watermark, TurnsAtOnce, cancel))
        {
            for (var i = 0; i < turn.Activities.Count; i++)
            {
                if (turn.FirstPosition + i <= watermark) continue;
                var activity = Activity.FromJson(turn.Activities[i]);
                if (activity.Type != ActivityTypes.ConversationUpdate) activities.Add(activity);
            }
            position = Math.Max(position, turn.LastPosition);
        }
        return new ActivitySet(activities, position.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>All of a conversation, however long.</summary>
    public async Task<IReadOnlyList<Activity>> History(string conversation, CancellationToken cancel)
    {
        var all = new List<Activity>();
        for (var watermark = 0L; ;)
        {
            var set = await After(conversation, watermark, cancel);
            all.AddRange(set.Activities);
            var next = long.Parse(set.Watermark, CultureInfo.InvariantCulture);
            if (next == watermark) return all;
            watermark = next;
        }
    }

    /// <summary>The same as <see cref="After"/>, or null while the store cannot be read.</summary>
    public async Task<ActivitySet?> TryAfter(string conversation, long watermark, CancellationToken cancel)
    {
        try
        {
            return await After(conversation, watermark, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The log of a conversation could not be read");
            return null;
        }
    }

    private Task<IReadOnlyList<Activity>> Run(TokenClaims visitor, string turnKey, Activity activity, HttpContext http, CancellationToken cancel) =>
        engine.Run(
            new IncomingActivity(
                Key(visitor.Conversation),
                turnKey,
                activity with
                {
                    ChannelId = "directline",
                    // Whoever the browser says it is, the token says who it is.
                    From = new ChannelAccount { Id = visitor.User, Name = visitor.Name, Role = "user" },
                    Conversation = new ConversationAccount { Id = visitor.Conversation },
                },
                visitor.Role,
                Delivery.Stream,
                $"{http.Request.Scheme}://{http.Request.Host}"),
            cancel);
}
