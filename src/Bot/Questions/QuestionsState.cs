using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>What the last answer was about, for follow-up questions that lean on it.</summary>
public sealed record QuestionsState(AnswerContext Context);
