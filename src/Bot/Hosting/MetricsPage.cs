using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// <c>/metrics</c> on a port of its own, which is not for the public: the bot's and the framework's meters in the text format of Prometheus
/// (https://prometheus.io/docs/instrumenting/exposition_formats/). On when <c>Metrics:Port</c> is set.
/// </summary>
public sealed class MetricsPage : IDisposable
{
    private static readonly string[] Heard = [Meters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Tags), Series> all = new();

    public MetricsPage()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (Heard.Contains(instrument.Meter.Name)) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Take(i, v, tags));
        listener.Start();
    }

    /// <summary>The address to listen on besides the public ones; null if it is off.</summary>
    public static string? Address(IConfiguration configuration) =>
        configuration.GetValue<int?>("Metrics:Port") is { } port ? string.Create(CultureInfo.InvariantCulture, $"http://{configuration["Metrics:Host"] ?? "127.0.0.1"}:{port}") : null;

    public static void Map(WebApplication app, string address) =>
        app.MapGet("/metrics", (MetricsPage page) => Results.Text(page.Text(), "text/plain; version=0.0.4")).RequireHost("*:" + new Uri(address).Port.ToString(CultureInfo.InvariantCulture));

    public string Text()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var metric in all.GroupBy(s => s.Key.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append("# TYPE ").Append(metric.Key).Append(' ').Append(metric.First().Value.Type).Append('\n');
            foreach (var ((_, tags), series) in metric.OrderBy(s => s.Key.Tags, StringComparer.Ordinal)) series.Write(text, metric.Key, tags);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kind = instrument.GetType().Name;
        var isSum = kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal);
        var name = instrument.Name.Replace('.', '_').Replace('-', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (isSum ? "_total" : "");
        var labels = new StringBuilder();
        foreach (var (key, tag) in tags)
        {
            if (labels.Length > 0) labels.Append(',');
            labels.Append(key.Replace('.', '_')).Append("=\"").Append(Convert.ToString(tag, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }
        var series = all.GetOrAdd((name, labels.ToString()), _ => new Series(kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram" : isSum ? "counter" : "gauge"));
        // An observed instrument tells where it stands; every other one tells what has been added.
        series.Take(value, replace: instrument.IsObservable || kind.StartsWith("Gauge", StringComparison.Ordinal));
    }

    private sealed class Series(string type)
    {
        private readonly Lock guard = new();
        private readonly long[] buckets = new long[Bounds.Length];
        private double sum;
        private long count;

        public string Type => type;

        public void Take(double value, bool replace)
        {
            lock (guard)
            {
                sum = replace ? value : sum + value;
                count++;
                for (var i = 0; i < Bounds.Length; i++) if (value <= Bounds[i]) buckets[i]++;
            }
        }

        public void Write(StringBuilder text, string name, string tags)
        {
            lock (guard)
            {
                if (type != "histogram")
                {
                    Line(text, name, tags, sum);
                    return;
                }
                var before = tags.Length == 0 ? "" : tags + ",";
                for (var i = 0; i < Bounds.Length; i++) Line(text, name + "_bucket", $"{before}le=\"{Bounds[i].ToString(CultureInfo.InvariantCulture)}\"", buckets[i]);
                Line(text, name + "_bucket", before + "le=\"+Inf\"", count);
                Line(text, name + "_sum", tags, sum);
                Line(text, name + "_count", tags, count);
            }
        }

        private static void Line(StringBuilder text, string name, string tags, double value)
        {
            text.Append(name);
            if (tags.Length > 0) text.Append('{').Append(tags).Append('}');
            text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
