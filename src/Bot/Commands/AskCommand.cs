using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>ask "..." ["follow-up ..."]</c>: one conversation from the command line; the last reply is reported.</summary>
public static class AskCommand
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Verb()
    {
        var texts = new Argument<string[]>("text") { Description = "What to ask, and then what to say next in the same conversation.", Arity = ArgumentArity.OneOrMore };
        var role = RoleOption();
        var json = JsonOption();
        var why = new Option<bool>("--why") { Description = "With --json: what was understood, which entries were weighed and what was decided." };
        var documentsOnly = DocumentsOnlyOption();
        texts.Validators.Add(result =>
        {
            // Options that do not exist would otherwise be taken for texts.
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal))) result.AddError($"Unknown option {token.Value}.");
        });
        var verb = new Command("ask", "Ask a question and print the answer.") { texts, role, json, why, documentsOnly };
        verb.SetAction((parsed, cancel) => Ask(parsed.GetRequiredValue(texts), parsed.GetValue(role), parsed.GetValue(json), parsed.GetValue(why), parsed.GetValue(documentsOnly), cancel));
        return verb;
    }

    public static Option<Role> RoleOption() => new("--role") { Description = "group (the default), commissioner or adviser.", DefaultValueFactory = _ => Role.Group };

    public static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    public static Option<bool> DocumentsOnlyOption() => new("--documents-only") { Description = "Answer from imported documents alone, without the authored entries." };

    private static async Task<int> Ask(string[] texts, Role role, bool json, bool why, bool documentsOnly, CancellationToken cancel)
    {
        if (why && !json)
        {
            await Console.Error.WriteLineAsync("--why goes with --json.");
            return CommandLine.NotDone;
        }
        await using var bot = new AskConversation(explain: why, documentsOnly: documentsOnly);
        await bot.Open("ask", role, cancel);
        IReadOnlyList<Activity> replies = [];
        foreach (var text in texts) replies = await bot.Say("ask", role, text, cancel);
        if (json)
        {
            var answer = AskConversation.AnswerIn(replies);
            if (why) answer["why"] = AskConversation.WhyIn(replies);
            Console.WriteLine(answer.ToJsonString(Readable));
        }
        else Console.WriteLine(string.Join("\n\n", replies.Where(r => r.Text is not null).Select(r => r.Text)));
        return CommandLine.Done;
    }
}
