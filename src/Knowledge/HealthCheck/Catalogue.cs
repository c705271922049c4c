using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The versioned list of questions, levels, needs and actions of the health check.</summary>
public sealed class Catalogue
{
    private const string Folder = "health-check/";

    private readonly Dictionary<string, Item> byId;
    private readonly IReadOnlyDictionary<(FundingWanted, string), Need> needs;
    private readonly IReadOnlyDictionary<string, Talk> talk;

    internal Catalogue(
        string version,
        IReadOnlyList<ProfileQuestion> questions,
        IReadOnlyList<Item> items,
        IReadOnlyList<string> coreOrder,
        IReadOnlyDictionary<(FundingWanted, string), Need> needs,
        Wording wording,
        PlanContent plan,
        IReadOnlyDictionary<string, Talk> talk)
    {
        Version = version;
        Questions = questions;
        Items = items;
        Wording = wording;
        Plan = plan;
        this.needs = needs;
        this.talk = talk;
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

    /// <summary>What has rules of its own, for the item on special rules.</summary>
    public required IReadOnlyList<SpecialRule> SpecialRules { get; init; }

    public required TenderTest Tender { get; init; }

    /// <summary>What each version changed, oldest first.</summary>
    public required IReadOnlyList<CatalogueChange> Changes { get; init; }

    public Wording Wording { get; }

    /// <summary>How soon, who and which training: what turns findings into a plan.</summary>
    public PlanContent Plan { get; }

    /// <summary>The catalogue that travels with the program.</summary>
    /// <exception cref="InvalidCatalogueException">The content is half-made.</exception>
    public static Catalogue Load() => CatalogueReader.Read(AuthoredFiles());

    /// <summary>A catalogue of other files than those that travel with the program; for trying out a change before it is made.</summary>
    /// <param name="change">From the file's name and its text to the text to read.</param>
    /// <exception cref="InvalidCatalogueException">The content is half-made.</exception>
    public static Catalogue LoadWith(Func<string, string, string> change) => CatalogueReader.Read(AuthoredFiles().ToDictionary(f => f.Key, f => change(f.Key, f.Value)));

    internal static Dictionary<string, string> AuthoredFiles() => AuthoredContent.Files(Folder).ToDictionary(f => f.Key[Folder.Length..], f => f.Value);

    /// <summary>The item, or null if this version of the catalogue has none of that name.</summary>
    public Item? Find(string itemId) => byId.GetValueOrDefault(itemId);

    /// <summary>How people talk about an item.</summary>
    public Talk TalkOf(string itemId) => talk[itemId];

    /// <summary>The rules of what a group does; empty if it has not said, or does none of it.</summary>
    public IEnumerable<SpecialRule> RulesFor(Profile profile) => SpecialRules.Where(r => profile.Activities?.Contains(r.Activity) == true);

    /// <summary>The item as it is put to a group that has said this of itself.</summary>
    public Item For(Item item, Profile profile)
    {
        var own = item.For(profile);
        return item.AsksActivities && RulesFor(profile).ToList() is { Count: > 0 } rules ? own with { FirstAction = string.Join(" ", rules.Select(r => r.FirstAction)) } : own;
    }

    /// <summary>What happens to a group that does nothing about an item.</summary>
    /// <param name="item">As it is for the group.</param>
    public string IfNot(Item item) => item.IfNot ?? TalkOf(item.Id).IfNot;

    /// <summary>The item as it is for this group, or null if this version of the catalogue has none of that name.</summary>
    public Item? Find(string itemId, Profile profile) => Find(itemId) is { } item ? For(item, profile) : null;

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
