using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.AreaReports;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Says an area report in words.</summary>
public sealed class AreaReportWording(Catalogue catalogue)
{
    public const string OnlyForAdvisers = "The area report is for advisers of the body that runs this service.";
    public const string NoneYet = "There is no area report yet. One is made when a quarter is over and at least ten groups have finished their check; with fewer, a group could be picked out.";
    public const string HowToRead = "Every figure is rounded to the nearest five. \"Not told\" means that fewer than five groups have it, or fewer than five are left over. A report never changes once it is made, and every group is counted in one only.";

    private const string NotTold = "not told";

    public static string Title(AreaReport report) => string.Create(CultureInfo.InvariantCulture, $"Area report, up to {report.Through:d MMMM yyyy}");

    public static string About(int? groups) => groups is { } told ? string.Create(CultureInfo.InvariantCulture, $"about {told}") : NotTold;

    public string Area(Area area) => catalogue.Wording.Areas[area];

    public string Item(string id) => catalogue.Find(id)?.Name ?? id;

    public string Need(TrainingNeed need) => catalogue.Plan.InWords(need);

    public string Route(FundingWanted route) =>
        catalogue.Question(ProfileTopic.FundingWanted).Options.First(o => Profile.Empty.With(ProfileTopic.FundingWanted, o).FundingWanted == route).Label;

    /// <summary>The whole report. Markdown.</summary>
    public string Of(AreaReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{Title(report)}**\n\n{About(report.Groups)} groups that had finished their check and were in no report before.\n\n");
        text.Append("Weakest areas (groups that are starting or under way there)\n\n");
        foreach (var area in report.Areas) text.Append("- ").Append(Area(area.Area)).Append(": ").Append(About(area.Weak)).Append('\n');
        text.Append("\nWhat most often stops groups\n\n");
        foreach (var route in report.Routes)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Route(route.Route)} ({About(route.Groups)} groups): ")
                .Append(route.Stops.Count == 0 ? NotTold : string.Join("; ", route.Stops.Select(s => $"{Item(s.ItemId)} ({About(s.Groups)})"))).Append('\n');
        }
        if (report.OtherRoutes > 0) text.Append("- All others together: ").Append(About(report.OtherRoutes)).Append(" groups\n");
        text.Append("\nTraining and support needed (needs named in Bolton's background paper of 2008)\n\n");
        foreach (var need in report.Training) text.Append("- ").Append(Need(need.Need)).Append(": ").Append(About(need.Groups)).Append('\n');
        text.Append("\nChange since the first check\n\n");
        if (report.Again is not { } again) text.Append("- Not told: fewer than ten groups did the check again.\n");
        else foreach (var area in again.Areas) text.Append(CultureInfo.InvariantCulture, $"- {Area(area.Area)}: {About(area.Up)} of {About(again.Groups)} stand higher; lower: {About(area.Down)}\n");
        return text.ToString().TrimEnd();
    }
}
