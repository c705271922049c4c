using System.Globalization;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>What somebody who asks for a place should know about it.</summary>
internal static class PlaceNote
{
    /// <summary>One sentence or two; null if there is nothing to know.</summary>
    public static string? About(Place place, Gazetteer gazetteer)
    {
        if (place.Kind == PlaceKind.PostcodeArea) return IsAreaOnly(place, gazetteer) ? $"{place.Name}: area only. I know its postcode area, not its council." : null;
        if (place.Ends is not { } ends) return null;
        if (place.EndIsAnnounced) return string.Create(CultureInfo.InvariantCulture, $"It has been announced that the council of {place.Name} ends on {ends:d MMMM yyyy}.");
        var now = place.Kind == PlaceKind.Council
            ? place.Within.Select(gazetteer.Find).OfType<Place>().Where(p => p.Kind == PlaceKind.Council)
            : gazetteer.Places.Where(p => p.Kind == PlaceKind.Council && !p.IsFormer && p.Within.Contains(place.Id));
        return string.Create(CultureInfo.InvariantCulture, $"{place.Name} had a council of its own until {ends.AddDays(-1):d MMMM yyyy}. Today's: {string.Join(", ", now.Select(p => p.Name))}.");
    }

    private static bool IsAreaOnly(Place place, Gazetteer gazetteer) => Postcode.IsOutward(place.Name) && gazetteer.Locate(null, place.Name).IsAreaOnly;
}
