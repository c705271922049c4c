using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// What one council's own rules say where the law leaves it to the council. It comes from the host's settings and never from us; it stands
/// beside an answer with its date.
/// </summary>
public sealed record CouncilProfile
{
    public required string Name { get; init; }

    /// <summary>When somebody last compared this with the council's own documents.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Where the council publishes its contract procedure rules.</summary>
    public string? Url { get; init; }

    /// <summary>What the contract procedure rules ask for by value, lowest first.</summary>
    public IReadOnlyList<QuoteBand> QuoteBands { get; init; } = [];

    /// <summary>Where the council advertises contracts.</summary>
    public string? Portal { get; init; }

    /// <summary>The council's grant schemes, one line each.</summary>
    public IReadOnlyList<string> GrantSchemes { get; init; } = [];

    /// <summary>What insurance the council usually asks for.</summary>
    public string? UsualInsurance { get; init; }

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return "Host:Council:Name is missing";
        if (CheckedOn == default) yield return "Host:Council:CheckedOn is missing (a day such as 2026-11-01)";
        var edges = QuoteBands.Select(b => b.Below ?? decimal.MaxValue).ToList();
        if (!edges.SequenceEqual(edges.Order()) || edges.Distinct().Count() != edges.Count) yield return "Host:Council:QuoteBands must rise, and only the last may have no Below";
    }

    /// <summary>The bands as lines to read.</summary>
    public IEnumerable<string> QuoteLines()
    {
        var from = 0m;
        foreach (var band in QuoteBands)
        {
            var range = band.Below is not { } below ? $"from {Sterling.Say(from)}" : from == 0 ? $"under {Sterling.Say(below)}" : $"{Sterling.Say(from)} to under {Sterling.Say(below)}";
            yield return $"{range}: {band.Ask}";
            from = band.Below ?? from;
        }
    }
}

/// <summary>What a council asks for up to a value.</summary>
public sealed record QuoteBand
{
    /// <summary>The upper edge in pounds, which does not belong to the band; null for the highest. Whether VAT counts is the council's to say in <see cref="Ask"/>.</summary>
    public decimal? Below { get; init; }

    public string Ask { get; init; } = "";
}
