using System.CommandLine;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report ...</c>: what whoever runs it, and whoever keeps the content, needs to know.</summary>
public static class ReportCommand
{
    public static Command Verb() => new("report", "Report on what was imported, what people asked for and did not get, who searched for whom, and how the groups of the area stand.")
    {
        ImportsReport.Verb(),
        JoinsReport.Verb(),
        ProviderReport.Verb(),
        AreaReportVerb.Verb(),
        SearchesReport.Verb(),
        AskedReport.Gaps(),
        AskedReport.Feedback(),
    };
}
