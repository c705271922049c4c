using System.Text.Json.Nodes;
using CommissioningBot.Bot.Commands;

namespace CommissioningBot.Bot.Tests.Commands;

public class RecognisingLines
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static async Task<(int Exit, string[] Lines, string Errors)> Run(string input)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = await RecogniseCommand.Recognise(new StringReader(input), output, errors, Today, CancellationToken.None);
        return (exit, output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries), errors.ToString());
    }

    private static JsonNode Only(string line, string type) => JsonNode.Parse(line)!.AsArray().Single(r => (string)r!["type"]! == type)!;

    [Fact]
    public async Task Every_line_gets_a_line()
    {
        var (exit, lines, errors) = await Run("between 10 and 25k\n\nnothing to see\n");
        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(3, lines.Length);
        var range = Only(lines[0], "numberrange");
        Assert.Equal(("[10000,25000)", 0, 17), ((string)range["value"]!, (int)range["start"]!, (int)range["end"]!));
        Assert.Equal(["[]", "[]"], lines[1..]);
    }

    [Fact]
    public async Task A_line_may_bring_its_own_day()
    {
        var (_, lines, _) = await Run("tomorrow\n{\"text\":\"tomorrow\",\"asOf\":\"2016-11-07T00:00:00\"}\n{\"text\":\"tomorrow\",\"asOf\":\"2016-11-07\"}\n");
        Assert.Equal(["2026-11-21", "2016-11-08", "2016-11-08"], lines.Select(l => (string)Only(l, "datetimeV2.date")["value"]!));
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_told_of_and_the_others_are_answered()
    {
        var (exit, lines, errors) = await Run("25k\n{no json\n{\"text\":\"5\",\"asOf\":\"31/3\"}\n{\"asOf\":\"2026-11-20\"}\n{\"text\":\"\\ud800\"}\nyes\n");
        Assert.Equal(2, exit);
        Assert.Equal(6, lines.Length);
        Assert.Equal("25000", (string)Only(lines[0], "number")["value"]!);
        Assert.Equal(Enumerable.Repeat("[]", 4), lines[1..5]);
        Assert.True((bool)Only(lines[5], "boolean")["value"]!);
        Assert.Equal(["Line 2", "Line 3", "Line 4", "Line 5"], errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split(':')[0]));
    }

    [Fact]
    public async Task Money_keeps_its_unit_and_what_is_not_exact_says_so()
    {
        var (_, lines, _) = await Run("about £8.5k a year\n30p\n");
        var money = Only(lines[0], "currency");
        Assert.Equal(("8500", "Pound", "year", true), ((string)money["value"]!, (string)money["resolution"]!["unit"]!, (string)money["resolution"]!["per"]!, (bool)money["approximate"]!));
        Assert.Equal(("30", "Pence"), ((string)Only(lines[1], "currency")["value"]!, (string)Only(lines[1], "currency")["resolution"]!["unit"]!));
    }

    [Fact]
    public async Task A_day_without_a_year_has_the_one_before_and_the_one_to_come()
    {
        var (_, lines, _) = await Run("31/3\n");
        Assert.Equal(["2026-03-31", "2027-03-31"], Only(lines[0], "datetimeV2.date")["resolution"]!["values"]!.AsArray().Select(v => (string)v!["value"]!));
    }
}
