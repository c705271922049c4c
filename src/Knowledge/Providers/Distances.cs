using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>How far providers are from the nearest of some places. Each address is measured once.</summary>
internal sealed class Distances
{
    private readonly ProviderPlaces where;
    private readonly IReadOnlyList<Place> places;
    private readonly double[] known;

    public Distances(ProviderPlaces where, IReadOnlyList<Place> places)
    {
        (this.where, this.places) = (where, places);
        known = new double[where.Addresses];
        Array.Fill(known, double.NaN);
    }

    /// <summary>Kilometres; the largest number if none of the places is near.</summary>
    public double Of(int provider)
    {
        ref var kilometres = ref known[where.AddressOf(provider)];
        if (double.IsNaN(kilometres)) kilometres = Measure(where[provider]);
        return kilometres;
    }

    private double Measure(Whereabouts address)
    {
        var least = double.MaxValue;
        foreach (var place in places)
        {
            if (Gazetteer.AreNear(place, address)) least = Math.Min(least, place.At!.Value.DistanceTo(address.At!.Value));
        }
        return least;
    }
}
