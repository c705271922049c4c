using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

/// <summary>Groups and answers that the tests of this room share.</summary>
internal static class Groups
{
    public static readonly Catalogue Catalogue = Catalogue.Load();

    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static readonly Profile LunchClub = new()
    {
        FundingWanted = FundingWanted.SmallGrant,
        LegalForm = LegalForm.GroupWithRules,
        Income = Income.Of(3000),
        WorksWith = WorksWith.Adults,
        PaidStaff = PaidStaff.None,
    };

    public static Item Item(string id) => Catalogue.Find(id)!;

    public static Assessment Of(Profile profile, params (string Item, Choice Choice)[] answers)
    {
        var assessment = Assessment.Start("a", Catalogue.Version, Morning).WithProfile(profile, Morning);
        return answers.Aggregate(assessment, (a, answer) => a.WithAnswer(answer.Item, answer.Choice, Morning));
    }

    /// <summary>Answers every question of the core alike.</summary>
    public static Assessment Core(Profile profile, Choice choice) =>
        Of(profile, [.. Knowledge.HealthCheck.Core.Items(Catalogue, profile).Select(i => (i.Id, choice))]);

    /// <summary>Answers everything that decides the result alike.</summary>
    public static Assessment Everything(Profile profile, Choice choice) =>
        Of(profile, [.. Knowledge.HealthCheck.Core.Deciding(Catalogue, profile).Select(i => (i.Id, choice))]);

    /// <summary>Every combination of options that the five questions allow, and figures at the legal edges.</summary>
    public static IEnumerable<Profile> All()
    {
        var incomes = Catalogue.Question(ProfileTopic.Income).Options.Select(o => o.Income!).Concat([Income.Of(5000), Income.Of(25000), Income.Of(25001)]).ToList();
        return from funding in Enum.GetValues<FundingWanted>()
               from form in Enum.GetValues<LegalForm>()
               from income in incomes
               from worksWith in Enum.GetValues<WorksWith>()
               from staff in Enum.GetValues<PaidStaff>()
               select new Profile { FundingWanted = funding, LegalForm = form, Income = income, WorksWith = worksWith, PaidStaff = staff };
    }
}
