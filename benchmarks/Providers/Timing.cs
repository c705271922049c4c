using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CommissioningBot.Benchmarks.Providers;

/// <summary>Times by the clock and by the processor: on a computer that does other work too, only the second says what something costs.</summary>
internal static partial class Timing
{
    private const int ThreadProcessorTime = 3;

    /// <summary>Milliseconds that this thread has had a processor, on Linux; elsewhere by the clock.</summary>
    public static double ThreadMilliseconds() =>
        OperatingSystem.IsLinux() && clock_gettime(ThreadProcessorTime, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6 : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    /// <summary>Seconds that something took by the clock, and that this process used meanwhile on all processors.</summary>
    public static (double Clock, double Processor) Seconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        process.Refresh();
        return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    /// <summary>Runs searches one after the other and gives the time of each by the clock and by the processor, in milliseconds.</summary>
    public static Times Of(IEnumerable<string> queries, Action<string> search)
    {
        var times = new Times();
        foreach (var query in queries)
        {
            var (clock, processor) = (Stopwatch.GetTimestamp(), ThreadMilliseconds());
            search(query);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds, ThreadMilliseconds() - processor);
        }
        return times;
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

/// <summary>The times of many searches, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> clock = [];
    private readonly List<double> processor = [];

    public int Count => clock.Count;

    public void Add(double byClock, double byProcessor)
    {
        clock.Add(byClock);
        processor.Add(byProcessor);
    }

    public double Clock(double part) => At(clock, part);

    public double Processor(double part) => At(processor, part);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"clock p50 {Clock(0.5):0.00} p99 {Clock(0.99):0.00}, processor p50 {Processor(0.5):0.00} p99 {Processor(0.99):0.00} ms");

    private static double At(List<double> times, double part)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }
}
