using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>How surely an opportunity is about a place, the surest last.</summary>
internal enum PlaceFit
{
    /// <summary>It says where the work is, and that is elsewhere.</summary>
    Elsewhere,

    /// <summary>Neither the work's place nor the buyer's is stated.</summary>
    NotStated,

    /// <summary>Only a larger area is known in which the place lies, or only the buyer's own address.</summary>
    Perhaps,

    /// <summary>The work is in the place, or in an area that holds all of it.</summary>
    Here,
}

/// <summary>Tells whether the work of a notice is in a place, and why it is thought so.</summary>
internal static class PlaceOfWork
{
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal) { "UK", "GB", "ENGLAND", "UNITED KINGDOM", "ANY REGION", "NATIONAL" };

    public static (PlaceFit Fit, string Reason) Of(Opportunity opportunity, Place place)
    {
        var best = (Fit: PlaceFit.NotStated, Reason: "");
        foreach (var said in opportunity.Places)
        {
            var found = Of(said, place);
            if (found.Fit > best.Fit) best = found;
        }
        if (best.Fit >= PlaceFit.Perhaps) return best;
        if (NamesPlace(opportunity, place)) return (PlaceFit.Perhaps, $"its text names {place.Name}");
        if (opportunity.Places.Count > 0) return (PlaceFit.Elsewhere, "");
        if (opportunity.BuyerPlace is not { } buyer) return (PlaceFit.NotStated, "");
        return Of(buyer, place).Fit == PlaceFit.Here ? (PlaceFit.Perhaps, $"the buyer is in {place.Name}; where the work is, is not stated")
            : Of(buyer, place).Fit == PlaceFit.NotStated ? (PlaceFit.NotStated, "") : (PlaceFit.Elsewhere, "");
    }

    private static (PlaceFit Fit, string Reason) Of(DeliveryPlace said, Place place)
    {
        var gazetteer = PlaceList.Authored;
        if (said.Postcode is { } code && Postcode.Read(code) is { } postcode)
        {
            return gazetteer.Locate(said.Locality, postcode.Outward).IsIn(place) ? (PlaceFit.Here, $"the work is in {place.Name}, by its postcode") : (PlaceFit.Elsewhere, "");
        }
        if (said.Locality is { } town && gazetteer.Named(town) is { Count: > 0 } towns)
        {
            return towns.Any(t => gazetteer.LiesIn(t, place)) ? (PlaceFit.Here, $"the work is in {town}") : (PlaceFit.Elsewhere, "");
        }
        if (said.Region is not { } region) return (PlaceFit.NotStated, "");
        if (Everywhere.Contains(region.ToUpperInvariant())) return (PlaceFit.Here, $"the work is all over the country ({region})");
        var isCode = region.StartsWith("UK", StringComparison.Ordinal) && region.Length is >= 3 and <= 5;
        var (places, exact) = isCode ? OpportunityWords.Authored.PlacesOf(region) : (gazetteer.Named(region), true);
        if (places.Count == 0) return (PlaceFit.NotStated, "");
        var name = string.Join(", ", places.Select(p => p.Name)) + (isCode ? $" ({region})" : "");
        if (places.Any(p => gazetteer.LiesIn(p, place))) return (PlaceFit.Here, $"the work is in {name}");
        if (!places.Any(p => gazetteer.LiesIn(place, p))) return (PlaceFit.Elsewhere, "");
        return exact ? (PlaceFit.Here, $"the work is in {name}, which holds {place.Name}") : (PlaceFit.Perhaps, $"the work is somewhere in {name}: ask whether in {place.Name}");
    }

    private static bool NamesPlace(Opportunity opportunity, Place place)
    {
        var name = $" {Gazetteer.Key(place.Name)} ";
        return $" {Gazetteer.Key(opportunity.Title)} ".Contains(name, StringComparison.Ordinal)
            || opportunity.Description?.Contains(place.Name, StringComparison.OrdinalIgnoreCase) == true && $" {Gazetteer.Key(opportunity.Description)} ".Contains(name, StringComparison.Ordinal);
    }
}
