using System.Text.Json;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.Market;
using CommissioningBot.Bot.Partners;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Shortlists;
using CommissioningBot.Bot.Questions;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Where a conversation stands: ids and content versions, never a step number and never text that was shown (but for the labels of the
/// buttons on offer, which the person may type). A new release reads what an old one wrote.
/// </summary>
public sealed record ConversationState
{
    public static ConversationState New { get; } = new();

    /// <summary>The format of this record; raised when an old one has to be translated.</summary>
    public int Format { get; init; } = 1;

    public bool Welcomed { get; init; }

    /// <summary>The journey that asked last and waits for an answer; null if none does.</summary>
    public string? Open { get; init; }

    /// <summary>What the newest reply offered, for those who type a number, a letter or the words.</summary>
    public IReadOnlyList<OfferedButton> Offered { get; init; } = [];

    /// <summary>The journey that took the newest message; null if none did.</summary>
    public string? Newest { get; init; }

    /// <summary>What was told, so that it can be said when it changes.</summary>
    public IReadOnlyList<ToldEntry> Told { get; init; } = [];

    /// <summary>True while a way to reach a group is asked for, so that an address is an answer and not a slip.</summary>
    public bool AsksForContact { get; init; }

    /// <summary>How often somebody has cleared the device that this conversation is on; pages that were opened from it before are closed.</summary>
    public int Clearings { get; init; }

    public HealthCheckState? HealthCheck { get; init; }
    public QuestionsState? Questions { get; init; }
    public PartnersState? Partners { get; init; }
    public ProvidersState? Providers { get; init; }
    public MarketState? Market { get; init; }
    public ShortlistState? Shortlist { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, BotJson.Default.ConversationState);

    public static ConversationState FromJson(string json) => JsonSerializer.Deserialize(json, BotJson.Default.ConversationState)!;
}
