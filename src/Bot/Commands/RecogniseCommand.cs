using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommissioningBot.Bot.Commands;

/// <summary>
/// <c>recognise --json</c>: for each line of standard input, a text or <c>{"text","asOf"}</c>, one line with what is recognised in it. A line that
/// cannot be read is told of on standard error and gives an empty list, so that lines in and lines out stay in step.
/// </summary>
public static class RecogniseCommand
{
    private sealed class UnreadableLineException(string message) : Exception(message);

    public static Command Verb()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON, the only form there is.", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "The day that dates are counted from, such as 2026-11-20; today if not given." };
        var verb = new Command("recognise", "Recognise numbers, money, dates, yes and no, and codes in each line of standard input.") { json, asOf };
        verb.SetAction((parsed, cancel) => Recognise(parsed.GetValue(asOf), cancel));
        return verb;
    }

    private static async Task<int> Recognise(string? asOf, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        if (asOf is not null && !TryReadDay(asOf, out today))
        {
            await Console.Error.WriteLineAsync($"--as-of {asOf} is no date such as 2026-11-20.");
            return CommandLine.NotDone;
        }
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        return await Recognise(input, output, Console.Error, today, cancel);
    }

    /// <summary>Answers line by line, each at once, until the input ends.</summary>
    public static async Task<int> Recognise(TextReader input, TextWriter output, TextWriter errors, DateOnly today, CancellationToken cancel)
    {
        var exit = CommandLine.Done;
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            try
            {
                var (text, asOf) = Read(line, today);
                await output.WriteLineAsync(RecognisedOnTheWire.All(text, asOf).ToJsonString(AskCommand.Readable));
            }
            catch (UnreadableLineException e)
            {
                await output.WriteLineAsync("[]");
                await errors.WriteLineAsync($"Line {number.ToString(CultureInfo.InvariantCulture)}: {e.Message}");
                exit = CommandLine.NotDone;
            }
            await output.FlushAsync(cancel);
        }
        return exit;
    }

    private static (string Text, DateOnly AsOf) Read(string line, DateOnly today)
    {
        if (!line.TrimStart().StartsWith('{')) return (line, today);
        try
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) throw new UnreadableLineException("\"text\" is missing or is no string.");
            if (!json.RootElement.TryGetProperty("asOf", out var asOf) || asOf.ValueKind == JsonValueKind.Null) return (text.GetString()!, today);
            return asOf.ValueKind == JsonValueKind.String && TryReadDay(asOf.GetString()!, out var day)
                ? (text.GetString()!, day)
                : throw new UnreadableLineException($"\"asOf\" is no date such as 2026-11-20: {asOf.GetRawText()}.");
        }
        // A lone half of a surrogate pair is well-formed JSON and no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new UnreadableLineException($"not JSON: {e.Message}");
        }
    }

    private static bool TryReadDay(string text, out DateOnly day)
    {
        var isRead = DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        day = DateOnly.FromDateTime(time);
        return isRead;
    }
}
