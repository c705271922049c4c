using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// Reads a typed answer to the question that is open. It would rather ask again than guess: a message that says more than the answer,
/// or fits two options, is not taken.
/// </summary>
public static partial class UnderstandAnswer
{
    private static readonly HashSet<string> StaffWords = new(StringComparer.Ordinal)
    {
        "staff", "people", "person", "paid", "pay", "part", "full", "time", "timer", "timers", "workers", "worker", "employ", "employee", "employees", "employed", "members",
    };

    private static readonly HashSet<string> YesNoStarts = new(StringComparer.Ordinal) { "Do", "Does", "Are", "Have", "Can", "Could", "Is" };

    /// <summary>The profile with the answer taken in, or null if the text is not clearly one answer to the question.</summary>
    public static Profile? ToProfile(ProfileQuestion question, Profile profile, string text)
    {
        // "Two part time and a dozen volunteers" says two things.
        if (question.Topic == ProfileTopic.PaidStaff && AndVolunteers().Match(text) is { Success: true, Index: > 0 } helpers)
            return ToProfile(question, profile, text[..helpers.Index]) is { } paid ? paid with { Volunteers = true } : null;
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
        if (SaysNotSure(text)) return Choice.NotSure;
        if (typed.SaysDoesNotApply) return choices.Contains(Choice.DoesNotApply) ? Choice.DoesNotApply : null;
        // "Yes" could be either of two levels, so it is asked again; "no" can only be the lowest.
        return YesNoStarts.Contains(item.Question.Split(' ')[0]) && SaysNo(text, typed) ? Choice.NotYet : null;
    }

    /// <summary>Whether the text says yes, and nothing else: which of two levels is meant it does not say.</summary>
    public static bool SaysYes(string text) =>
        Recognise.In(text, DateOnly.MinValue) is [{ Value: YesNo { IsYes: true } } yes] && new TypedWords(text).NamesIn([("yes", yes.Text)]).Count > 0;

    /// <summary>Whether the text says that somebody does not know, and nothing else; "safeguarding? dunno" too.</summary>
    public static bool SaysNotSure(string text) => new TypedWords(text).SaysNotSure || Echo().Match(text) is { Success: true } echo && new TypedWords(text[echo.Length..]).SaysNotSure;

    /// <summary>Why an item does not apply, if that is what the text says: "n/a because we have no premises". Null if it says anything else.</summary>
    public static string? WhyNotApplicable(string text) => NotApplicable().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim(' ', '.') : null;

    /// <summary>
    /// The option that a longer text sounds like, to be offered and never saved by itself; null if it is a question, takes something back, or names none or two.
    /// </summary>
    public static ProfileOption? Suggest(ProfileQuestion question, string text)
    {
        if (TakesBack().IsMatch(Words.Fold(text))) return null;
        var typed = $" {new TypedWords(text).Joined} ";
        var named = question.Options
            .SelectMany(o => o.Also.Select(a => (Option: o, Phrase: new TypedWords(a).Joined)))
            .Where(p => (p.Phrase.Length > 3 || question.Topic == ProfileTopic.LegalForm && p.Phrase.Length == 3) && typed.Contains($" {p.Phrase} ", StringComparison.Ordinal)).ToList();
        // "Charitable trust" says more than "trust".
        var longest = named.Where(p => !named.Exists(other => other.Phrase.Length > p.Phrase.Length && other.Phrase.Contains(p.Phrase, StringComparison.Ordinal))).Select(p => p.Option).Distinct().ToList();
        return longest is [var only] ? only : null;
    }

    /// <summary>The one sum that a longer text tells as what came in, to be offered; null if it tells none, several, or what was spent.</summary>
    public static decimal? SuggestIncome(string text)
    {
        var folded = Words.Fold(text);
        if (TakesBack().IsMatch(folded) || Spent().IsMatch(folded)) return null;
        var sums = Recognise.In(text, DateOnly.MinValue).Where(r => r.Value is Money).Select(r => (Money)r.Value).ToList();
        return sums is [{ Unit.Currency: '£', Per: PaidPer.NotSaid or PaidPer.Year or PaidPer.InAll, Amount: > 0 } only] ? only.Amount : null;
    }

    // The question said back in a word or three.
    [GeneratedRegex(@"^\s*[\w']+(?: [\w']+){0,2}\s*\?+\s*")]
    private static partial Regex Echo();

    [GeneratedRegex(@"\s*(?:,|\+|&|\band\b|\bplus\b|\bwith\b)\s*(?:about |around |roughly |loads of |lots of |some |a few |a couple of |a dozen |a load of |several |many |our |the |[\w-]+ )?volunteers?(?: too| as well)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex AndVolunteers();

    [GeneratedRegex(@"^\s*(?:n\s?/?\s?a|not applicable|(?:it |this |that )?(?:does(?:n['’]?t| not)|dont|don['’]t) apply(?: to us| here)?|(?:it'?s )?not relevant(?: to us)?)\b\s*(?:,|-|–|:|\.|;)?\s*(?:because|cos|cause|as|since|:)?\s+(?:of )?(\S.{3,200})$", RegexOptions.IgnoreCase)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"\?\s*$|\b(not|no|never|isn'?t|aren'?t|don'?t|thinks?|maybe|perhaps|might|probably|used to|will be|hope|going to|could be)\b|^(what|who|how|when|where|why|which|can|could|should|does|is|are)\b")]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"\b(spent|spend|cost|costs|paid|pay|owe|need|want|applied|hoping|budget|each|weekly|monthly|between|to £?\d)\b")]
    private static partial Regex Spent();

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
