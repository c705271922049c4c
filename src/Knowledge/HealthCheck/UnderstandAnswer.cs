using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// Reads a typed answer to the question that is open. It would rather ask again than guess: a message that says more than the answer,
/// or fits two options, is not taken.
/// </summary>
public static class UnderstandAnswer
{
    private static readonly HashSet<string> StaffWords = new(StringComparer.Ordinal)
    {
        "staff", "people", "person", "paid", "pay", "part", "full", "time", "timer", "timers", "workers", "worker", "employ", "employee", "employees", "employed", "members",
    };

    private static readonly HashSet<string> YesNoStarts = new(StringComparer.Ordinal) { "Do", "Does", "Are", "Have", "Can", "Could", "Is" };

    /// <summary>The profile with the answer taken in, or null if the text is not clearly one answer to the question.</summary>
    public static Profile? ToProfile(ProfileQuestion question, Profile profile, string text)
    {
        var typed = new TypedWords(text);
        if (question.Topic == ProfileTopic.PaidStaff && typed.OnlyCount(StaffWords) is { } count)
            return profile with { PaidStaff = count == 0 ? PaidStaff.None : count < 5 ? PaidStaff.OneToFour : PaidStaff.FiveOrMore };
        if (Option(question, typed) is { } option) return profile.With(question.Topic, option);
        return question.Topic == ProfileTopic.Income && Amount.Read(text) is { } pounds ? profile with { Income = Income.Of(pounds) } : null;
    }

    /// <summary>The choice, or null if the text is not clearly one of those that the profile allows.</summary>
    public static Choice? ToItem(Catalogue catalogue, Item item, Profile profile, string text)
    {
        var typed = new TypedWords(text);
        var choices = ChooseNextQuestion.ChoicesFor(item, profile);
        if (typed.Position(choices.Count) is { } position) return choices[position];
        foreach (var choice in choices)
        {
            if (typed.Is(catalogue.Wording.Choices[choice])) return choice;
            if ((int)choice < item.Levels.Count && typed.Is(item.Levels[(int)choice])) return choice;
        }
        if (typed.SaysNotSure) return Choice.NotSure;
        if (typed.SaysDoesNotApply) return choices.Contains(Choice.DoesNotApply) ? Choice.DoesNotApply : null;
        // "Yes" could be either of two levels, so it is asked again; "no" can only be the lowest.
        return YesNoStarts.Contains(item.Question.Split(' ')[0]) && SaysNo(text, typed) ? Choice.NotYet : null;
    }

    // "Not really" is no clear no.
    private static bool SaysNo(string text, TypedWords typed) =>
        Recognise.In(text, DateOnly.MinValue).FirstOrDefault(r => r.Value is YesNo) is { Value: YesNo { IsYes: false }, IsApproximate: false } no
        && typed.NamesIn([("no", no.Text)]).Count > 0;

    private static ProfileOption? Option(ProfileQuestion question, TypedWords typed)
    {
        if (typed.Position(question.Options.Count) is { } position) return question.Options[position];
        if (question.Options.FirstOrDefault(o => typed.Is(o.Label)) is { } exact) return exact;
        var notSure = question.Options.FirstOrDefault(o => o.Id == Names.Of(LegalForm.NotSure));
        if (typed.SaysNotSure) return notSure;
        if (question.Options.FirstOrDefault(o => o.Also.Any(typed.Is)) is { } everyday) return everyday;
        var names = typed.NamesIn(question.Options.SelectMany(o => o.Also.Select(phrase => (o.Id, phrase))));
        if (question.Topic == ProfileTopic.WorksWith && names.SetEquals([Names.Of(WorksWith.Children), Names.Of(WorksWith.Adults)]))
            return question.Options.Single(o => o.Id == Names.Of(WorksWith.Both));
        return names.Count == 1 ? question.Options.Single(o => names.Contains(o.Id)) : null;
    }
}
