using CommissioningBot.Bot.Channels.DirectLine.Uploads;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What is done every hour, and when an operator asks: deletes what has been kept long enough and changes the signing key when its time has come.</summary>
public sealed class Tidying(IConversationStore conversations, UploadedFiles files, SigningKeys keys, HostSettings host, TimeProvider time)
{
    /// <summary>Gives how many conversations and records were deleted.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        files.DeleteExpired();
        var deleted = await conversations.DeleteExpired(now.AddDays(-host.KeepConversationsDays), now, cancel);
        await conversations.ReleaseFreedSpace(cancel);
        keys.RotateIfDue();
        return deleted;
    }
}
