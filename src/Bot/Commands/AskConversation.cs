using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Commands;

/// <summary>
/// The bot without a web host, for verbs: the same container, talking in conversations that are forgotten when the verb ends. Imported
/// knowledge is read from the data folder.
/// </summary>
public sealed class AskConversation : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("commissioningbot-");
    private readonly ServiceProvider services;
    private int turns;

    /// <param name="time">The clock; the computer's if none is given.</param>
    /// <param name="explain">True for answers that say how they came about.</param>
    /// <param name="documentsOnly">True to answer from imported documents alone, without what is authored.</param>
    public AskConversation(TimeProvider? time = null, bool explain = false, bool documentsOnly = false)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddSimpleConsole().AddFilter(null, LogLevel.Warning)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        var data = DataFolder.FromEnvironment();
        collection.AddCommissioningBot(data, folder.FullName, SettingsFile.ForVerb(data));
        if (time is not null) collection.AddSingleton(time);
        if (explain) collection.AddSingleton(new ExplainAnswers(true));
        if (documentsOnly)
            collection.AddSingleton(s => new AnswerQuestion(s.GetRequiredService<ContentLibrary>(), () => s.GetRequiredService<CurrentDocuments>().Index, documentsOnly: true));
        services = collection.BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    /// <summary>Opens a conversation and gives what the bot says first.</summary>
    public Task<IReadOnlyList<Activity>> Open(string conversation, Role role, CancellationToken cancel) =>
        Send(conversation, role, new Activity { Type = ActivityTypes.ConversationUpdate }, cancel);

    /// <summary>Says something and gives the replies.</summary>
    public Task<IReadOnlyList<Activity>> Say(string conversation, Role role, string text, CancellationToken cancel) =>
        Send(conversation, role, new Activity { Text = text }, cancel);

    public async Task<IReadOnlyList<Activity>> Send(string conversation, Role role, Activity activity, CancellationToken cancel)
    {
        var addressed = activity with
        {
            ChannelId = "console",
            From = new ChannelAccount { Id = "console", Role = "user" },
            Conversation = new ConversationAccount { Id = conversation },
        };
        var turnKey = FormattableString.Invariant($"{++turns}");
        var log = await services.GetRequiredService<TurnEngine>()
            .Run(new IncomingActivity("console/" + conversation, turnKey, addressed, role, Delivery.Response), cancel);
        return [.. log.Skip(1)];
    }

    /// <summary>The answer in a list of replies, as <c>ask --json</c> prints it. Replies that are no answer count as chat.</summary>
    public static JsonObject AnswerIn(IReadOnlyList<Activity> replies)
    {
        foreach (var reply in replies)
        {
            if (reply.ChannelData is { } data && data.TryGetProperty("answer", out var answer)) return JsonObject.Create(answer)!;
        }
        return new JsonObject
        {
            ["outcome"] = "chat",
            ["text"] = string.Join("\n\n", replies.Select(r => r.Text).Where(t => t is not null)),
            ["citations"] = new JsonArray(),
            ["choices"] = new JsonArray([.. replies.SelectMany(ButtonCard.Read).Select(b => (JsonNode)JsonValue.Create(b.Label))]),
        };
    }

    /// <summary>How the answer came about; null where something other than an answer was said.</summary>
    public static JsonObject? WhyIn(IReadOnlyList<Activity> replies) =>
        replies.Select(r => r.ChannelData is { } data && data.TryGetProperty("why", out var why) ? JsonObject.Create(why) : null).FirstOrDefault(w => w is not null);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
