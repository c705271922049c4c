namespace CommissioningBot.Bot.Conversation;

/// <summary>What somebody may do. Comes with each turn from the channel's proof of identity, never from what the person says or the browser sends.</summary>
public enum Role
{
    /// <summary>Anybody: health check, questions, own data.</summary>
    Group,

    /// <summary>An officer: provider search as well.</summary>
    Commissioner,

    /// <summary>A CVS worker: everything above, and her groups.</summary>
    Adviser,
}
