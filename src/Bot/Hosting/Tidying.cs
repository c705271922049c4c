using CommissioningBot.Bot.Channels.DirectLine.Uploads;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// What is done every hour, and when an operator asks: closes the area report of a quarter that is over, deletes what has been kept long enough and
/// changes the signing key when its time has come.
/// </summary>
public sealed class Tidying(IConversationStore conversations, UploadedFiles files, SigningKeys keys, KeptAreaReports reports, HostSettings host, TimeProvider time)
{
    // UTC; what is quiet in Britain.
    private const int QuietHour = 3;

    /// <summary>Gives how many conversations and records were deleted.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // Before anything is deleted that it counts.
        await reports.Close(cancel);
        var deleted = await conversations.DeleteExpired(now.AddDays(-host.KeepConversationsDays), now, cancel);
        // At night, when nobody minds that the disk is busy; on most days there is little to give back.
        if (now.Hour == QuietHour) await conversations.ReleaseFreedSpace(cancel);
        await conversations.ForgetErased(cancel);
        files.DeleteExpired();
        keys.RotateIfDue();
        return deleted;
    }
}
