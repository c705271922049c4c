namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Decides what to ask next from what has been answered, never from a step number, so that a check can be taken up anywhere.</summary>
public static class ChooseNextQuestion
{
    /// <summary>The next question of the core.</summary>
    public static NextQuestion InCore(Catalogue catalogue, Assessment assessment)
    {
        var profile = assessment.Profile;
        var items = Core.Items(catalogue, profile);
        var answered = catalogue.Questions.Count(q => profile.Has(q.Topic)) + items.Count(i => assessment.ResponseTo(i.Id) is not null);
        // What is asked hangs on the money; until that is known the promise is the most it can be.
        var total = profile.FundingWanted is null ? Core.MostQuestions : catalogue.Questions.Count + items.Count;
        var progress = new Progress(Math.Min(answered + 1, total), total);
        if (catalogue.Questions.FirstOrDefault(q => !profile.Has(q.Topic)) is { } question) return new NextQuestion.OfProfile(question, progress);
        if (items.FirstOrDefault(i => assessment.ResponseTo(i.Id) is null) is { } item)
            return new NextQuestion.OfItem(item, ChoicesFor(item, profile), progress);
        return new NextQuestion.Done();
    }

    /// <summary>The next question after the core: first what still decides the result, then the rest area by area.</summary>
    /// <param name="area">Only this area; null for all.</param>
    /// <param name="onlyDeciding">Stop once everything that decides the result has been asked.</param>
    public static NextQuestion AfterCore(Catalogue catalogue, Assessment assessment, Area? area = null, bool onlyDeciding = false)
    {
        var profile = assessment.Profile;
        var deciding = Core.Deciding(catalogue, profile);
        var rest = onlyDeciding ? [] : catalogue.Items.Where(i => i.AppliesWhen.MayHold(profile) && i.KnownFrom(profile) is null);
        var item = deciding.Concat(rest).FirstOrDefault(i => (area is null || i.Area == area) && assessment.ResponseTo(i.Id) is null);
        return item is null ? new NextQuestion.Done() : new NextQuestion.OfItem(item, ChoicesFor(item, profile), null);
    }

    /// <summary>How many items of an area apply, have to be asked and have no answer yet.</summary>
    public static int Left(Catalogue catalogue, Assessment assessment, Area area) =>
        catalogue.Items.Count(i => i.Area == area && i.AppliesWhen.MayHold(assessment.Profile) && i.KnownFrom(assessment.Profile) is null && assessment.ResponseTo(i.Id) is null);

    /// <summary>What a group with this profile may answer to the item.</summary>
    public static IReadOnlyList<Choice> ChoicesFor(Item item, Profile profile) =>
        [.. Enum.GetValues<Choice>().Where(c => c != Choice.DoesNotApply || item.MayNotApply(profile))];
}
