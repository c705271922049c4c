using System.Diagnostics.Metrics;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What the bot counts about itself. Numbers and fixed words only: nothing that anybody typed, no ids of people or conversations.</summary>
public sealed class Meters : IDisposable
{
    public const string Name = "CommissioningBot";

    // A channel names itself; what we do not know is counted together, so that nobody can fill the memory or the page with names.
    private static readonly HashSet<string> Channels = new(StringComparer.Ordinal) { "directline", "msteams", "webchat", "emulator", "console" };

    private readonly Meter meter = new(Name);
    private readonly Counter<long> turns;
    private readonly Histogram<double> turnSeconds;
    private readonly Counter<long> conflicts;

    public Meters()
    {
        turns = meter.CreateCounter<long>("commissioningbot.turns", description: "Turns by channel and how they ended");
        turnSeconds = meter.CreateHistogram<double>("commissioningbot.turn.duration", "s", "From the arrival of an activity to its commit");
        conflicts = meter.CreateCounter<long>("commissioningbot.turn.conflicts", description: "Turns worked out again because something had changed meanwhile");
    }

    /// <param name="channel">The channel's own word, such as directline.</param>
    /// <param name="ended">committed, repeated (the same activity came again), failed (an error, said to the person) or unsaved.</param>
    public void Turn(string channel, string ended, TimeSpan took)
    {
        turns.Add(1, new("channel", Channels.Contains(channel) ? channel : "other"), new("ended", ended));
        turnSeconds.Record(took.TotalSeconds);
    }

    public void Conflict() => conflicts.Add(1);

    public void Dispose() => meter.Dispose();
}
