using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The versioned list of questions, levels, needs and actions of the health check.</summary>
public sealed class Catalogue
{
    private const string Folder = "health-check/";

    private readonly Dictionary<string, Item> byId;
    private readonly IReadOnlyDictionary<(FundingWanted, string), Need> needs;

    internal Catalogue(
        string version,
        IReadOnlyList<ProfileQuestion> questions,
        IReadOnlyList<Item> items,
        IReadOnlyList<string> coreOrder,
        IReadOnlyDictionary<(FundingWanted, string), Need> needs,
        Wording wording,
        PlanContent plan)
    {
        Version = version;
        Questions = questions;
        Items = items;
        Wording = wording;
        Plan = plan;
        this.needs = needs;
        byId = items.ToDictionary(i => i.Id);
        CoreOrder = [.. coreOrder.Select(id => byId[id])];
    }

    public string Version { get; }

    /// <summary>The five profile questions in the order in which they are asked.</summary>
    public IReadOnlyList<ProfileQuestion> Questions { get; }

    /// <summary>All items, area by area.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The items that can decide a result, those to ask first in front.</summary>
    public IReadOnlyList<Item> CoreOrder { get; }

    public Wording Wording { get; }

    /// <summary>How soon, who and which training: what turns findings into a plan.</summary>
    public PlanContent Plan { get; }

    /// <summary>The catalogue that travels with the program.</summary>
    /// <exception cref="InvalidCatalogueException">The content is half-made.</exception>
    public static Catalogue Load() => CatalogueReader.Read(AuthoredFiles());

    internal static Dictionary<string, string> AuthoredFiles() => AuthoredContent.Files(Folder).ToDictionary(f => f.Key[Folder.Length..], f => f.Value);

    /// <summary>The item, or null if this version of the catalogue has none of that name.</summary>
    public Item? Find(string itemId) => byId.GetValueOrDefault(itemId);

    public ProfileQuestion Question(ProfileTopic topic) => Questions.Single(q => q.Topic == topic);

    public Need NeedFor(FundingWanted funding, Item item) => needs.GetValueOrDefault((funding, item.Id), Need.None);

    /// <summary>The level at which an item decides the result for this profile; 0 if it decides nothing or does not apply.</summary>
    public int RequiredLevel(Item item, Profile profile)
    {
        if (profile.FundingWanted is not { } funding || !item.AppliesWhen.MayHold(profile)) return 0;
        var need = NeedFor(funding, item);
        return Math.Max(need.Must, Binds(need, item, profile) ? Need.LawLevel : 0);
    }

    /// <summary>Whether the law asks, or may ask, this item of a group with this profile.</summary>
    public bool IsLaw(Item item, Profile profile) =>
        profile.FundingWanted is { } funding && item.AppliesWhen.MayHold(profile) && Binds(NeedFor(funding, item), item, profile);

    private static bool Binds(Need need, Item item, Profile profile) => need.Law && item.LawFor(profile).Any();
}
