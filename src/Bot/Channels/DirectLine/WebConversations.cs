using System.Globalization;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Conversations of the web: with Web Chat over Direct Line, or without JavaScript on <c>/chat</c>.</summary>
public sealed class WebConversations(TurnEngine engine, IConversationStore store)
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

    /// <summary>Takes what a client sent and gives the id that it has in the log.</summary>
    public async Task<string> Post(TokenClaims visitor, Activity sent, HttpContext http, CancellationToken cancel)
    {
        // Typing and the like change nothing and are not kept.
        if (sent.Type is not (ActivityTypes.Message or ActivityTypes.Event)) return visitor.Conversation + "|0000000";
        var activity = new Activity
        {
            Type = sent.Type,
            Name = sent.Name,
            Text = sent.Text,
            TextFormat = "plain",
            Locale = sent.Locale,
            Value = sent.Value,
            ChannelData = sent.ChannelData,
        };
        var log = await Run(visitor, ClientActivityId(sent) is { } id ? "client:" + id : "server:" + Visitors.NewId(), activity, http, cancel);
        return log[0].Id!;
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

    private Task<IReadOnlyList<Activity>> Run(TokenClaims visitor, string turnKey, Activity activity, HttpContext http, CancellationToken cancel) =>
        engine.Run(
            new IncomingActivity(
                Key(visitor.Conversation),
                turnKey,
                activity with
                {
                    ChannelId = "directline",
                    // Whoever the browser says it is, the token says who it is.
                    From = new ChannelAccount { Id = visitor.User, Role = "user" },
                    Conversation = new ConversationAccount { Id = visitor.Conversation },
                },
                visitor.Role,
                Delivery.Stream,
                $"{http.Request.Scheme}://{http.Request.Host}"),
            cancel);

    /// <summary>Clients number what they send, because a sent message whose answer got lost is sent again.</summary>
    private static string? ClientActivityId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= 100 } text
            ? text
            : null;
}
