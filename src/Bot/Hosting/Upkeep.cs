using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What the host does beside answering: takes over the data of an import that another process made, and deletes what has been kept long enough.</summary>
public sealed class Upkeep(CurrentProviders providers, CurrentDocuments documents, Tidying tidying, TimeProvider time, ILogger<Upkeep> log) : BackgroundService
{
    private static readonly TimeSpan LookForImports = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookForExpired = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first search should not have to wait for the list to be read.
        await Task.Yield();
        using var timer = new PeriodicTimer(LookForImports, time);
        var cleaned = DateTimeOffset.MinValue;
        do
        {
            try
            {
                providers.Refresh();
                documents.Refresh();
                if (time.GetUtcNow() - cleaned < LookForExpired) continue;
                cleaned = time.GetUtcNow();
                var deleted = await tidying.Run(stoppingToken);
                if (deleted > 0) log.LogInformation("Deleted {Count} conversations and records that had been kept long enough", deleted);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Upkeep failed; it is tried again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
