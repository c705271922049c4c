using System.CommandLine;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>chat</c>: the conversation in a terminal. Choices are numbered; nothing is kept after the end.</summary>
public static class ChatCommand
{
    public static Command Verb()
    {
        var role = AskCommand.RoleOption();
        var verb = new Command("chat", "Talk to the bot in this terminal.") { role };
        verb.SetAction((parsed, cancel) => Talk(parsed.GetValue(role), cancel));
        return verb;
    }

    private static async Task<int> Talk(Role role, CancellationToken cancel)
    {
        await using var bot = new AskConversation();
        Print(await bot.Open("chat", role, cancel));
        while (true)
        {
            await Console.Error.WriteAsync("\n> ");
            if (await Console.In.ReadLineAsync(cancel) is not { } line || line.Trim() is "exit" or "bye") return CommandLine.Done;
            Print(await bot.Say("chat", role, line, cancel));
        }
    }

    private static void Print(IReadOnlyList<Activity> replies)
    {
        foreach (var reply in replies.Where(r => r.Text is not null))
        {
            Console.WriteLine(reply.Text);
            var number = 0;
            foreach (var (label, _) in ButtonCard.Read(reply)) Console.WriteLine(FormattableString.Invariant($"  [{++number}] {label}"));
            Console.WriteLine();
        }
    }
}
