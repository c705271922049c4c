using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Replies that state no facts: which place is meant, what is outside, that nothing is held. Each names the nearest help.</summary>
internal static class PlainReply
{
    public const string MoreThanOnePlace = "That could mean more than one place. Which one do you mean?";

    public static Answer WhichOf(List<Entry> entries, Question question)
    {
        var choices = entries.ConvertAll(e => new Choice($"{e.Places[0]}: {e.Title}", e.Title));
        return Answer.WithoutFacts(Outcome.Clarify, MoreThanOnePlace, choices, Keep(question, choices));
    }

    public static Answer WhichPlace(PlaceName shared, Question question)
    {
        var choices = shared.Meanings
            .Select(m => new Choice(m, question.Text.Replace(shared.Name, m, StringComparison.OrdinalIgnoreCase))).ToList();
        return Answer.WithoutFacts(Outcome.Clarify, Which(shared.Name), choices, Keep(question, choices));
    }

    public static Answer OtherNation(PlaceName nation, Question question) => Answer.WithoutFacts(Outcome.Declined, NotOfEngland(nation.Name), [], Keep(question, []));

    public static string NotOfEngland(string nation) =>
        $"I only know the rules for England. {nation} has rules of its own, so an English figure could mislead you. "
        + nation switch
        {
            "Scotland" => "Try Public Contracts Scotland and the Scottish Council for Voluntary Organisations (SCVO).",
            "Wales" => "Try Sell2Wales and the Wales Council for Voluntary Action (WCVA).",
            "Northern Ireland" => "Try the Northern Ireland Council for Voluntary Action (NICVA).",
            _ => "Ask the public body itself.",
        };

    /// <summary>Said in the language of the message; the English after it is for whoever helps. Who writes Welsh may be asking about Wales.</summary>
    public static Answer InEnglishOnly(Language language, Question question) => Answer.WithoutFacts(
        Outcome.Declined,
        $"{language.Says}\n\n{(language.Code == "cy" ? NotOfEngland("Wales") : WhoToRing)}",
        [], Keep(question, []));

    public const string WhoToRing = "In English: I can only answer in English. Your local council for voluntary service (CVS) can help you by phone.";

    public static Answer NotInPapers(string place, IReadOnlyList<Choice> choices, Question question) => Answer.WithoutFacts(
        Outcome.Declined, Unknown(place), choices, Keep(question, choices));

    public static string Unknown(string place) =>
        $"{place} is not in the papers I work from, so I cannot say what its council does, and I will not lend it another council's rules. "
        + $"{place}'s council publishes its own contract procedure rules: ask its procurement team, or the local council for voluntary service (CVS).";

    public static string Which(string name) => $"Which {name} do you mean?";

    public static Answer Nothing(Question question, List<Found> found)
    {
        List<Choice> near = [.. found.Where(f => !f.Entry.IsQuestionBack).Take(2).Select(f => new Choice(f.Entry.Title, f.Entry.Title))];
        return Answer.WithoutFacts(Outcome.Nothing, NothingHeld(question.Commissioner, near.Count > 0), near, Keep(question, near));
    }

    public static string NothingHeld(bool commissioner, bool near) => "I have nothing checked on that, so I will not guess. "
        + (commissioner ? "Your council's procurement or legal team can tell you." : "Your local council for voluntary service (CVS), or the council's procurement team, can tell you.")
        + (near ? " The nearest things I do hold are below." : "");

    public static AnswerContext Keep(Question question, IReadOnlyList<Choice> open) => (question.Context ?? AnswerContext.None) with { Open = open, Circumstance = null };
}
