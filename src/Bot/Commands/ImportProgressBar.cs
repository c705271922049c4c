using CommissioningBot.Knowledge.Imports;
using Spectre.Console;

namespace CommissioningBot.Bot.Commands;

/// <summary>A bar on standard error while a file is read; nothing where nobody sees it, as in a log or under cron.</summary>
internal static class ImportProgressBar
{
    public static ImportResult While(string name, Func<IProgress<ImportProgress>?, ImportResult> run)
    {
        if (Console.IsErrorRedirected) return run(null);
        // Standard output carries the result alone.
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(context =>
        {
            var bar = context.AddTask(Markup.Escape(name));
            return run(new Bar(bar));
        });
    }

    // Reports at once, unlike Progress<T>, which posts to another thread and may come late.
    private sealed class Bar(ProgressTask bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            bar.MaxValue = Math.Max(1, value.BytesTotal);
            bar.Value = value.BytesRead;
        }
    }
}
