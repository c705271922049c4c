namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Says what an assessment comes to. The same answers always come to the same, whatever the day or the order.</summary>
public static class JudgeReadiness
{
    public static Readiness Of(Catalogue catalogue, Assessment assessment)
    {
        var profile = assessment.Profile;
        var findings = Ordered(Findings(catalogue, assessment));
        var deciding = findings.Where(f => f.Decides).ToList();
        var first = With(deciding, Standing.Short).OrderByDescending(f => f.IsLaw).ThenBy(f => f.Item.Effort).ToList();
        var findOut = With(deciding, Standing.Unknown);
        var notAsked = With(deciding, Standing.NotAsked);
        // Money that is not named yet, or a profile that is not finished, leaves the result open however good the answers are.
        var isOpen = findOut.Count > 0 || catalogue.Questions.Any(q => !profile.Has(q.Topic));
        var outcome = first.Count > 0 ? Outcome.AFewThingsFirst : isOpen ? Outcome.CannotTellYet : Outcome.HaveWhatMostAskFor;
        var someAreLeft = notAsked.Any(f => f.IsMust || profile.FundingWanted == FundingWanted.SafeAndLegal);
        var missing = findings.Where(f => !f.Decides && f.Standing is not (Standing.Met or Standing.DoesNotApply)).ToList();
        var beforeSigning = missing.Where(f => f.Need.BeforeSigning > 0).ToList();
        var gainMarks = missing.Where(f => f.Need.Marks).ToList();
        return new Readiness(
            profile.FundingWanted, outcome, Headline(catalogue, profile, outcome, someAreLeft), findings,
            first, findOut, notAsked, beforeSigning, gainMarks,
            Notes(catalogue, profile, NoteKind.NotNeeded), Notes(catalogue, profile, NoteKind.Warning),
            AreaStandings.Of(catalogue, findings), NextSteps.From(first, findOut, notAsked, beforeSigning, gainMarks, findings));
    }

    private static IEnumerable<Finding> Findings(Catalogue catalogue, Assessment assessment)
    {
        var core = Core.Items(catalogue, assessment.Profile).ToHashSet();
        return catalogue.Items
            .Where(i => i.AppliesWhen.MayHold(assessment.Profile))
            .Select(i => Judge(catalogue, assessment, i, core.Contains(i)));
    }

    private static Finding Judge(Catalogue catalogue, Assessment assessment, Item item, bool isCore)
    {
        var profile = assessment.Profile;
        var need = profile.FundingWanted is { } funding ? catalogue.NeedFor(funding, item) : Need.None;
        var required = catalogue.RequiredLevel(item, profile);
        var target = required > 0 ? required : need.BeforeSigning > 0 ? need.BeforeSigning : Need.LawLevel;
        var response = assessment.ResponseTo(item.Id);
        // What the group now says of itself beats a response from before it changed its profile.
        var known = item.KnownFrom(profile);
        var level = known?.Level ?? response?.Level;
        var standing = level is { } reached ? reached >= target ? Standing.Met : Standing.Short
            : response is null ? isCore ? Standing.Unknown : Standing.NotAsked
            : response.Choice == Choice.DoesNotApply && item.MayNotApply(profile) ? Standing.DoesNotApply
            : Standing.Unknown;
        var shortBy = standing == Standing.Short ? target - level!.Value : 0;
        return new Finding(catalogue.For(item, profile), need, required, target, catalogue.IsLaw(item, profile), response, known, level, standing, shortBy, [.. item.LawFor(profile)]);
    }

    // OrderBy is stable, so the catalogue's order holds within each kind.
    private static List<Finding> Ordered(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(f => f.IsLaw ? 0 : f.IsMust ? 1 : 2)];

    private static List<Finding> With(IEnumerable<Finding> findings, Standing standing) => [.. findings.Where(f => f.Standing == standing)];

    private static List<Note> Notes(Catalogue catalogue, Profile profile, NoteKind kind) =>
        [.. catalogue.Items.SelectMany(i => i.Notes).Where(n => n.Kind == kind && n.When.SurelyHold(profile))];

    private static string Headline(Catalogue catalogue, Profile profile, Outcome outcome, bool someAreLeft)
    {
        // Without the money named, the plainest check is the one meant.
        var words = catalogue.Wording.Results[profile.FundingWanted ?? FundingWanted.SafeAndLegal];
        return outcome switch
        {
            Outcome.AFewThingsFirst => words.First,
            Outcome.CannotTellYet => words.Unknown,
            _ => someAreLeft ? words.SoFar : words.Have,
        };
    }
}
