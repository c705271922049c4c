using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Providers.Judging;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Judging;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>evaluate FILE.jsonl</c>: puts judged questions and searches to the bot and counts what comes out right, kind by kind.</summary>
public static class EvaluateCommand
{
    /// <param name="Precision">Of a search: of the first five shown that were judged, the part that is relevant; null where it does not apply.</param>
    /// <param name="Recall">Of a search: of the relevant ones, the part among the first ten; null where it does not apply.</param>
    private sealed record Verdict(string Id, string Kind, string? Why, double? Precision = null, double? Recall = null);

    public static Command Verb()
    {
        var file = new Argument<string>("file") { Description = "Questions or searches, one JSON object a line." };
        var json = AskCommand.JsonOption();
        var documentsOnly = AskCommand.DocumentsOnlyOption();
        var verb = new Command("evaluate", "Judge the bot's replies to a file of questions or searches.") { file, json, documentsOnly };
        verb.SetAction((parsed, cancel) => Evaluate(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(documentsOnly), cancel));
        return verb;
    }

    private static async Task<int> Evaluate(string file, bool json, bool documentsOnly, CancellationToken cancel)
    {
        await using var bot = new AskConversation(documentsOnly: documentsOnly);
        var verdicts = new List<Verdict>();
        var number = 0;
        foreach (var line in await File.ReadAllLinesAsync(file, cancel))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                verdicts.Add(IsSearch(line) ? Search(bot, line) : await Ask(bot, EvaluationRow.Parse(line), cancel));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                throw new IOException($"{file}, line {number}: {e.Message}", e);
            }
        }
        Print(verdicts, json);
        return CommandLine.Done;
    }

    private static bool IsSearch(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.TryGetProperty("query", out _);
    }

    private static Verdict Search(AskConversation bot, string line)
    {
        using var reader = new StringReader(line);
        var row = SearchRow.Read(reader).Single();
        var verdict = new JudgeSearches(bot.Services.GetRequiredService<CurrentProviders>().Index).Run(row);
        return new Verdict(row.Id, row.Kind, verdict.IsRight ? null : verdict.Why, verdict.Precision, verdict.Recall);
    }

    private static async Task<Verdict> Ask(AskConversation bot, EvaluationRow row, CancellationToken cancel)
    {
        var role = row.Persona switch { "commissioner" => Role.Commissioner, "adviser" => Role.Adviser, _ => Role.Group };
        await bot.Open(row.Id, role, cancel);
        foreach (var turn in row.Turns) await bot.Say(row.Id, role, turn, cancel);
        var replies = await bot.Say(row.Id, role, row.Question, cancel);

        var answer = AskConversation.AnswerIn(replies);
        var citations = answer["citations"]!.AsArray().Select(c => ((string)c!["id"]!, Currency((string)c["currency"]!))).ToList();
        var choices = answer["choices"]!.AsArray().Select(c => (string)c!).ToList();
        var text = string.Join("\n", replies.Select(r => r.Text));
        return new Verdict(row.Id, row.Kind, Judge.WhyWrong(row, Outcome((string)answer["outcome"]!), text, citations, choices));
    }

    private static Outcome Outcome(string name) => Enum.Parse<Outcome>(name, ignoreCase: true);

    private static Currency Currency(string name) => Enum.Parse<Currency>(name.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);

    private static void Print(List<Verdict> verdicts, bool json)
    {
        var kinds = verdicts.GroupBy(v => v.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Kind: g.Key, Total: g.Count(), Right: g.Count(v => v.Why is null))).ToList();
        var misses = verdicts.Where(v => v.Why is not null).ToList();
        var (precision, recall) = (verdicts.Average(v => v.Precision), verdicts.Average(v => v.Recall));
        if (json)
        {
            Console.WriteLine(new JsonObject
            {
                ["total"] = verdicts.Count,
                ["right"] = verdicts.Count - misses.Count,
                ["precisionAt5"] = precision,
                ["recallAt10"] = recall,
                ["kinds"] = new JsonObject(kinds.Select(k => KeyValuePair.Create(k.Kind, (JsonNode?)new JsonObject { ["n"] = k.Total, ["right"] = k.Right }))),
                ["misses"] = new JsonArray([.. misses.Select(m => (JsonNode)new JsonObject { ["id"] = m.Id, ["why"] = m.Why })]),
            }.ToJsonString(AskCommand.Readable));
            return;
        }
        foreach (var (kind, total, right) in kinds) Console.WriteLine(FormattableString.Invariant($"{right,4} of {total,4}  {kind}"));
        Console.WriteLine(FormattableString.Invariant($"{verdicts.Count - misses.Count,4} of {verdicts.Count,4}  all"));
        if (recall is not null) Console.WriteLine(FormattableString.Invariant($"searches: precision at five {precision:0.00}, recall at ten {recall:0.00}"));
        foreach (var miss in misses) Console.WriteLine($"{miss.Id}: {miss.Why}");
    }
}
