using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Conversation;

/// <summary>The day as people in the United Kingdom count it. Everything is stored in UTC.</summary>
public static class UkTime
{
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(UkClock.At(at).DateTime);
}
