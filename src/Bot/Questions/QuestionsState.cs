using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>What the last answer was about, for follow-up questions that lean on it, and for who says that it was of no use.</summary>
/// <param name="Asked">Null if the newest reply was no answer.</param>
public sealed record QuestionsState(AnswerContext Context, AnsweredQuestion? Asked = null);

/// <summary>The question that was answered last, as it may be kept.</summary>
/// <param name="Entry">The entry that was told, the first if there were several.</param>
/// <param name="Words">Known words only, as <see cref="AskedInKnownWords"/> has them.</param>
/// <param name="Count">How many of them say what it was about.</param>
/// <param name="IsGap">True if it counts as not answered already.</param>
public sealed record AnsweredQuestion(string Entry, string Words, IReadOnlyList<string> Places, int Count, bool IsGap);
