using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Tests.Conversations;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommissioningBot.Bot.Tests.Engine;

/// <summary>The real container over a folder of its own; it can be stopped and started again over the same folder.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bot-");
    private readonly Action<IServiceCollection> change;
    private ServiceProvider services;

    /// <param name="change">Puts parts of its own into the container.</param>
    /// <param name="folder">The data folder's path inside the bot's own folder.</param>
    public TestBot(Action<IServiceCollection>? change = null, string folder = "")
    {
        Folder = new DataFolder(Path.Combine(this.folder.FullName, folder));
        this.change = change ?? (_ => { });
        services = Start();
    }

    public DataFolder Folder { get; }

    public CapturedLog Log { get; } = new();

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Both sides' activities of one turn, the incoming one first.</summary>
    public Task<IReadOnlyList<Activity>> Run(string conversation, string turnKey, Activity activity, Role role = Role.Group) =>
        Get<TurnEngine>().Run(
            new IncomingActivity(
                conversation,
                turnKey,
                activity with { Conversation = new ConversationAccount { Id = conversation }, From = new ChannelAccount { Id = "person", Role = "user" } },
                role,
                Delivery.Response),
            default);

    public async Task<IReadOnlyList<Activity>> Say(string conversation, string turnKey, string text, Role role = Role.Group) =>
        [.. (await Run(conversation, turnKey, new Activity { Text = text }, role)).Skip(1)];

    public async Task Restart()
    {
        await Stop();
        services = Start();
    }

    public async Task Stop() => await services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private ServiceProvider Start()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddCommissioningBot(Folder, Folder.Path, HostSettings.ForDevelopment);
        collection.AddSingleton<TimeProvider>(Time);
        change(collection);
        return collection.BuildServiceProvider();
    }
}
