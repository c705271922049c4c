using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class ChangingTheQuestions
{
    // O8 becomes O12, G1 means something else, O7 goes.
    private static readonly Catalogue Next = Catalogue.LoadWith((file, text) => file switch
    {
        "catalogue.yaml" => "version: \"2027.02\"\nchanged:\n  - { version: \"2027.02\", on: \"2027-02-01\", new: [O9], reworded: [G1, G3], renamed: { O8: O12 } }\n",
        "operations.yaml" => Without(text, "O7").Replace("id: O8\n", "id: O12\n", StringComparison.Ordinal),
        _ => WithoutRow(text, "O7").Replace("  O8:", "  O12:", StringComparison.Ordinal),
    });

    [Fact]
    public void Carries_every_answer_forward_and_says_what_is_new()
    {
        var before = Groups.Of(Groups.LunchClub, ("G1", Choice.InPlace), ("O7", Choice.Started), ("O8", Choice.InPlaceAndChecked));
        var (after, news) = CarryForward.To(Next, before)!.Value;

        Assert.Equal("2027.02", after.CatalogueVersion);
        Assert.Equal(Choice.InPlaceAndChecked, after.ResponseTo("O12")!.Choice);
        Assert.Equal(3, after.Responses.Count);
        Assert.Equal(before.Changed, after.Changed);
        Assert.Equal(["O9"], news.New.Select(i => i.Id));
        // What was not answered need not be looked at again.
        Assert.Equal(["G1"], news.LookAgain.Select(i => i.Id));
        Assert.NotNull(JudgeReadiness.Of(Next, after).Headline);
        Assert.Null(CarryForward.To(Next, after));
    }

    [Fact]
    public void Keeps_the_steps_of_a_plan_that_are_still_asked()
    {
        var day = new DateOnly(2027, 1, 1);
        var plan = new ActionPlan([new PlannedStep("O7", StepKind.Marks, day), new PlannedStep("O8", StepKind.Marks, day, StepStatus.Begun)]);
        Assert.Equal([new PlannedStep("O12", StepKind.Marks, day, StepStatus.Begun)], CarryForward.To(Next, plan, "2026.11").Steps);
    }

    [Fact]
    public void Refuses_a_change_that_names_no_item()
    {
        var error = Assert.Throws<InvalidCatalogueException>(() => Catalogue.LoadWith((file, text) =>
            file == "catalogue.yaml" ? "version: \"2\"\nchanged: [{ version: \"2\", on: \"2027-02-01\", new: [X1] }]" : text));
        Assert.Contains("catalogue.yaml, change 2, X1: is no item", error.Problems);
    }

    private static string Without(string text, string id)
    {
        var start = text.IndexOf($"  - id: {id}\n", StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf("\n  - id: ", start, StringComparison.Ordinal) + 1 - start);
    }

    // A row of a table of items, with what is indented under it.
    private static string WithoutRow(string text, string id)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(l => l.StartsWith($"  {id}:", StringComparison.Ordinal));
        if (at < 0) return text;
        lines.RemoveAt(at);
        while (at < lines.Count && lines[at].StartsWith("    ", StringComparison.Ordinal)) lines.RemoveAt(at);
        return string.Join('\n', lines);
    }
}
