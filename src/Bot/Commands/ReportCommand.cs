using System.CommandLine;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report ...</c>: what whoever runs it, and whoever keeps the content, needs to know.</summary>
public static class ReportCommand
{
    public static Command Verb() => new("report", "List what was imported, and what people asked for and did not get.")
    {
        ImportsReport.Verb(),
        JoinsReport.Verb(),
        ProviderReport.Verb(),
        AskedReport.Gaps(),
        AskedReport.Feedback(),
    };
}
