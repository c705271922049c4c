namespace CommissioningBot.Knowledge.Storage;

/// <summary>What an operator does to the conversation store outside any turn, all of it in one transaction.</summary>
public sealed record StoreChange
{
    /// <summary>Keys of conversations to delete with everything that was said in them; those that are not there are no error.</summary>
    public IReadOnlyList<string> EraseConversations { get; init; } = [];

    /// <summary>True to delete every conversation, and every record but those of the kinds in <see cref="KeepKinds"/>.</summary>
    public bool EraseEverything { get; init; }

    public IReadOnlyList<string> KeepKinds { get; init; } = [];

    /// <summary>Records to write or delete, after anything was erased.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];
}

/// <summary>How much a <see cref="StoreChange"/> deleted; records include those it named.</summary>
public sealed record Erased(int Conversations, int Records);
