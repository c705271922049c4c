using CommissioningBot.Knowledge.HealthCheck;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CommissioningBot.Knowledge.HealthCheck.Outcome;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class JudgingAnyGroup
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;
    private static readonly Profile[] Profiles = [.. Groups.All()];

    // A fixed seed: a run that fails today fails tomorrow.
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261120, 1).WithQuietOnSuccess(true);

    private static readonly Gen<Assessment> Assessments =
        from profile in Gen.Elements(Profiles)
        from answers in Gen.Choose(-2, 5).ListOf(Catalogue.Items.Count)
        select Groups.Of(profile, [.. Catalogue.Items.Zip(answers).Where(a => a.Second >= 0).Select(a => (a.First.Id, (Choice)a.Second))]);

    [Fact]
    public void Always_ends_in_one_of_the_three_outcomes_with_three_steps() => Check(assessment =>
    {
        var readiness = JudgeReadiness.Of(Catalogue, assessment);
        Assert.True(Enum.IsDefined(readiness.Outcome));
        Assert.NotEmpty(readiness.Headline);
        Assert.InRange(readiness.NextSteps.Count, 1, 3);
        Assert.Equal(readiness.Findings.Count, readiness.Findings.Select(f => f.Item.Id).Distinct().Count());
    });

    [Fact]
    public void Never_comes_out_worse_for_a_higher_level() => Check(assessment =>
    {
        var before = JudgeReadiness.Of(Catalogue, assessment);
        foreach (var response in assessment.Responses.Where(r => r.Level < 3))
        {
            var raised = assessment.WithAnswer(response.ItemId, response.Choice + 1, Groups.Morning);
            var after = JudgeReadiness.Of(Catalogue, raised);
            Assert.True(Rank(after) >= Rank(before), response.ItemId);
            foreach (var (then, now) in before.Areas.Zip(after.Areas)) Assert.True(Word(now.Low) >= Word(then.Low) && Word(now.High) >= Word(then.High), $"{response.ItemId} {then.Area}");
        }
    }, 300);

    private static int Word(string? standing) => standing is null ? -1 : Catalogue.Wording.Standings.ToList().IndexOf(standing);

    [Fact]
    public void Cannot_tell_yet_exactly_when_what_is_not_known_could_change_the_result() => Check(assessment =>
    {
        var readiness = JudgeReadiness.Of(Catalogue, assessment);
        var worst = JudgeReadiness.Of(Catalogue, Settled(assessment, Choice.NotYet)).Outcome;
        var best = JudgeReadiness.Of(Catalogue, Settled(assessment, Choice.InPlaceAndChecked)).Outcome;
        Assert.Equal(worst != best, readiness.Outcome == Outcome.CannotTellYet);
    });

    /// <summary>
    /// Every item at every answer, 222 pairs, each over 60 of the 9,720 profiles: all combinations would be two million. A stride spreads the
    /// profiles so that every pair of item and answer meets every option of every question, and every profile there is comes at least once.
    /// </summary>
    [Fact]
    public void Has_a_result_and_a_word_for_each_area_for_every_item_at_every_answer()
    {
        var words = Catalogue.Wording.Standings;
        var at = 0;
        var all = new HashSet<int>();
        foreach (var item in Catalogue.Items)
        {
            foreach (var choice in Enum.GetValues<Choice>())
            {
                var met = new List<Profile>();
                for (var i = 0; i < 60; i++)
                {
                    // 163 shares no factor with the number of options of any question, so every option of each meets every item and answer.
                    var index = (at += 163) % Profiles.Length;
                    met.Add(Profiles[index]);
                    all.Add(index);
                    var readiness = JudgeReadiness.Of(Catalogue, Groups.Of(Profiles[index], (item.Id, choice)));
                    Assert.NotEmpty(readiness.Headline);
                    Assert.Equal(Enum.GetValues<Area>(), readiness.Areas.Select(a => a.Area));
                    Assert.All(readiness.Areas, a => Assert.True(a.Low is null ? a.Answered == 0 : words.Contains(a.Low) && words.Contains(a.High!)));
                    Assert.All(readiness.Areas, a => Assert.InRange(a.Answered, 0, a.Applying));
                }
                Assert.Equal(6 + 9 + 12 + 5 + 3, met.SelectMany(p => (object[])[p.FundingWanted!, p.LegalForm!, p.Income!, p.WorksWith!, p.PaidStaff!]).Distinct().Count());
            }
        }
        Assert.Equal(Profiles.Length, all.Count);
    }

    [Fact]
    public void Has_a_result_for_every_profile_at_every_level()
    {
        foreach (var profile in Profiles)
        {
            Assert.NotEqual(Outcome.HaveWhatMostAskFor, Of(profile, Choice.NotYet));
            Assert.Equal(Outcome.CannotTellYet, Of(profile with { LegalForm = LegalForm.Cio }, Choice.NotSure));
            var full = Of(profile, Choice.InPlaceAndChecked);
            // An informal group lacks written rules however good the rest is.
            var lacksRules = profile.LegalForm == LegalForm.InformalGroup && profile.FundingWanted != FundingWanted.SafeAndLegal;
            Assert.Equal(lacksRules ? Outcome.AFewThingsFirst : Outcome.HaveWhatMostAskFor, full);
        }
    }

    private static Outcome Of(Profile profile, Choice choice) => JudgeReadiness.Of(Catalogue, Groups.Core(profile, choice)).Outcome;

    private static Assessment Settled(Assessment assessment, Choice choice) =>
        Catalogue.Items.Where(i => IsOpen(assessment, i)).Aggregate(assessment, (a, item) => a.WithAnswer(item.Id, choice, Groups.Morning));

    private static bool IsOpen(Assessment assessment, Item item) => assessment.ResponseTo(item.Id)?.Choice switch
    {
        null => Core.Items(Catalogue, assessment.Profile).Contains(item),
        Choice.NotSure => true,
        Choice.DoesNotApply => !item.MayNotApply(assessment.Profile),
        _ => false,
    };

    private static int Rank(Readiness readiness) => readiness.Outcome switch
    {
        Outcome.AFewThingsFirst => 0,
        Outcome.CannotTellYet => 1,
        _ => 2,
    };

    private static void Check(Action<Assessment> holds, int times = 2000) => Prop.ForAll(Arb.From(Assessments), holds).Check(Checks.WithMaxTest(times));
}
