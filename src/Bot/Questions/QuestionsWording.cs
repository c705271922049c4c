using System.Globalization;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Questions;

/// <summary>What is said about answers: that one has changed, and what came of saying whether one was useful.</summary>
public static class QuestionsWording
{
    public const string Useful = "useful";
    public const string NotUseful = "not useful";

    public const string GladOfIt = "Good. Thank you for saying so.";
    public const string WhyNot = "Thank you for saying so. What was wrong with it? I note only your choice and which answer it was, nothing about you.";
    public const string NotedAlready = "Thank you, I have that already.";
    public const string TooLongAgo = "I no longer know that answer as one I gave you here, so I have noted nothing. Ask the question again, and then tell me what you think of the answer.";
    public const string NoGaps = "There is nothing on the list: I had an answer to everything that was asked.";

    public static IReadOnlyList<(string Label, Verdict Verdict)> Reasons { get; } =
        [("It is wrong", Verdict.Wrong), ("It is out of date", Verdict.OutOfDate), ("Not what I asked", Verdict.NotAsked), ("Too hard to read", Verdict.TooHard)];

    public static string Noted(Verdict verdict, string person) =>
        "Thank you. Whoever keeps the answers will see that." + (verdict is Verdict.Wrong or Verdict.OutOfDate ? $" Until it is put right, ask before you rely on it: {person}." : "");

    public static string NoAnswerToRate(string person) => $"Thank you for saying so. The newest thing here is no answer of mine, so I have noted nothing. To ask a person: {person}.";

    public static string OnlyForAdvisers(string person) => $"That list is for advisers. If something is missing here, tell {person}.";

    public static string Gaps(IEnumerable<string> lines, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            What I could not answer, most asked first. Only words that the content uses are kept; **…** stands for what was left out.

            {string.Concat(lines.Select(l => $"- {l}\n"))}
            {all} in all. The whole list: `report gaps` on the server.
            """);

    /// <param name="changes">One for each answer.</param>
    /// <param name="more">How many others have changed.</param>
    /// <param name="canBeSeen">Whether there are buttons to what holds now.</param>
    public static string Changed(IReadOnlyList<string> changes, int more, bool canBeSeen)
    {
        var text = changes is [var one] ? one : "Some of what I told you has changed:\n\n" + string.Concat(changes.Select(c => $"- {c}\n"));
        if (more > 0) text = text.TrimEnd() + string.Create(CultureInfo.InvariantCulture, $"\n\n{more} more have changed as well. Ask again about anything that you rely on.");
        return canBeSeen ? text.TrimEnd() + (changes.Count == 1 ? " " : "\n\n") + "Press below to see what holds now." : text.TrimEnd();
    }

    public static string ToldOf(DateOnly on, string title) => $"On {Day(on)} I told you about **{title}**.";

    /// <summary>When and how it ended, as far as that is known.</summary>
    public static string Ended(EntryAsOf now) => now.Entry switch
    {
        { ValidTo: { } to } when to < now.Day => $"It ended on {Day(to)}.",
        { ValidFrom: { } from } when from > now.Day => $"What I hold on it now begins only on {Day(from)}.",
        _ when now.Text is null => "I hold no figure for today any more, so I do not state it.",
        { CheckedOn: var checkedOn } => $"It has ended, as we found when we checked it on {Day(checkedOn)}.",
    };

    /// <summary>When it changed, as far as that is known.</summary>
    public static string ChangedOn(EntryAsOf now, DateOnly told) =>
        now.BeganToHoldAfter(told) is { } began ? $"It changed on {Day(began)}."
        : now.Entry.CheckedOn > told ? $"What I say about it was checked and changed on {Day(now.Entry.CheckedOn)}."
        : "What I say about it has changed since.";

    public static string NothingNewer(string person) => $" I hold nothing newer, so please ask: {person}.";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
