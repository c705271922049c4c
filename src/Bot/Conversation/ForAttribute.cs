namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Whom an act is for, at least. The journey that takes it refuses everybody below, in its own words, however the act came; a test tries every act
/// as an anonymous visitor, and fails for one that neither says whom it is for nor is listed there as free for all.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAttribute(Role least) : Attribute
{
    public Role Least { get; } = least;
}
