using System.CommandLine;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>passages</c>: the passages of the imported documents, or those found for each question of a file, one JSON object a line.</summary>
public static class PassagesCommand
{
    public static Command Verb()
    {
        var find = new Option<string?>("--find") { Description = "A file of questions as for evaluate; for each, the passages that fit best." };
        var top = new Option<int>("--top") { Description = "How many passages for each question.", DefaultValueFactory = _ => 5 };
        var verb = new Command("passages", "Print the passages of the imported documents.") { find, top };
        verb.SetAction(parsed => Print(parsed.GetValue(find), parsed.GetValue(top)));
        return verb;
    }

    private static int Print(string? questions, int top)
    {
        var index = new CurrentDocuments(new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge), ContentLibrary.Load()).Index;
        if (questions is null)
        {
            foreach (var document in index.Documents)
                for (var i = 0; i < document.Passages.Count; i++) Write(Passage(document, i));
            return CommandLine.Done;
        }
        foreach (var line in File.ReadLines(questions).Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            var row = JsonNode.Parse(line)!;
            if (row["question"] is null) continue;
            // What was said before belongs to a question that leans on it.
            var asked = string.Join(" ", (row["turns"] as JsonArray ?? []).Select(t => (string)t!).Append((string)row["question"]!));
            Write(new JsonObject
            {
                ["id"] = (string?)row["id"],
                ["passages"] = new JsonArray([.. index.Find(asked, top).Select(f => (JsonNode)Key(f.Document, f.Number))]),
            });
        }
        return CommandLine.Done;
    }

    private static JsonObject Passage(LocalDocument document, int number) => new()
    {
        ["id"] = Key(document, number),
        ["document"] = document.Id,
        ["title"] = document.Title,
        ["section"] = document.Passages[number].Section,
        ["text"] = document.Passages[number].Text,
    };

    private static string Key(LocalDocument document, int number) => FormattableString.Invariant($"{document.Id}#{number}");

    private static void Write(JsonObject line) => Console.WriteLine(line.ToJsonString(AskCommand.Readable));
}
