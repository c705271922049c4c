using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>The whole check on paper, for a committee that sits round a table.</summary>
internal static class CheckOnPaper
{
    private const string Box = "☐";

    public static PrintOut Of(Catalogue catalogue)
    {
        var text = new StringBuilder("# The health check on paper\n\n");
        text.Append("Tick one line for each question. Nobody else sees it, there is no mark, and *Not sure* is a good answer. Leave out what does not concern you. Then type your answers into the chat: it says what matters for the money you want.\n\n## About your group\n\n");
        foreach (var question in catalogue.Questions)
        {
            text.Append(CultureInfo.InvariantCulture, $"### {question.Question}\n\n{question.Help}\n\n");
            foreach (var option in question.Options) text.Append(CultureInfo.InvariantCulture, $"- {Box} {option.Label}\n");
            text.Append('\n');
        }
        foreach (var area in Enum.GetValues<Area>())
        {
            text.Append(CultureInfo.InvariantCulture, $"## {catalogue.Wording.Areas[area]}\n\n");
            foreach (var item in catalogue.Items.Where(i => i.Area == area)) Ask(text, catalogue, item);
        }
        text.Append(CultureInfo.InvariantCulture, $"*Question list {catalogue.Version}. It changes when the law does: print a new one each year.*\n");
        return new PrintOut("check-on-paper", "The health check on paper", text.ToString());
    }

    private static void Ask(StringBuilder text, Catalogue catalogue, Item item)
    {
        text.Append(CultureInfo.InvariantCulture, $"### {item.Name}: {item.Question}\n\n{item.Help}\n\n");
        for (var level = 0; level < item.Levels.Count; level++) text.Append(CultureInfo.InvariantCulture, $"- {Box} {catalogue.Wording.Choices[(Choice)level]}: {item.Levels[level]}\n");
        text.Append(CultureInfo.InvariantCulture, $"- {Box} {catalogue.Wording.Choices[Choice.NotSure]}\n");
        if (item.MayNotApplyWhen is not null) text.Append(CultureInfo.InvariantCulture, $"- {Box} {catalogue.Wording.Choices[Choice.DoesNotApply]}\n");
        text.Append('\n');
    }
}
