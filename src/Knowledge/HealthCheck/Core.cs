namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The short part of the check that everybody gets: the five profile questions and what matters most for the funding wanted.</summary>
public static class Core
{
    /// <summary>No core is longer than this, the five profile questions included: ten minutes on a phone.</summary>
    public const int MostQuestions = 12;

    private static readonly int MostItems = MostQuestions - Enum.GetValues<ProfileTopic>().Length;

    /// <summary>The items of the core in the order of asking. What the profile leaves open counts as applying.</summary>
    public static IReadOnlyList<Item> Items(Catalogue catalogue, Profile profile) => [.. Deciding(catalogue, profile).Take(MostItems)];

    /// <summary>Every item that decides the result and has to be asked, those to ask first in front.</summary>
    public static IEnumerable<Item> Deciding(Catalogue catalogue, Profile profile) =>
        catalogue.CoreOrder.Where(i => catalogue.RequiredLevel(i, profile) > 0 && i.KnownFrom(profile) is null);
}
