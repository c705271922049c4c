using System.CommandLine;
using System.Data.Common;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Commands;

/// <summary>The verbs of the program. Exit 0: done; 1: done, with refused rows; 2: not done, or not understood.</summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int DoneWithRefusals = 1;
    public const int NotDone = 2;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("CommissioningBot: helps small community groups and the councils that fund them find each other.")
        {
            ServeCommand.Verb(),
            ChatCommand.Verb(),
            AskCommand.Verb(),
            EvaluateCommand.Verb(),
            ImportCommand.Verb(),
            ProvidersCommand.Verb(),
            MarketCommand.Verb(),
            OpportunitiesCommand.Verb(),
            PassagesCommand.Verb(),
            BackupCommands.BackupVerb(),
            BackupCommands.RestoreVerb(),
            RecogniseCommand.Verb(),
            ReportCommand.Verb(),
        };
        foreach (var verb in OperatorCommands.Verbs()) root.Subcommands.Add(verb);
        root.SetAction((_, cancel) => ServeCommand.Serve(cancel));

        // A question may begin with @, which would otherwise be read as the name of a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try --help.");
            return NotDone;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or DllNotFoundException or DbException or StoreUnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotDone;
        }
    }
}
