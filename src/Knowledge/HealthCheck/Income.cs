using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// A group's income last year in pounds: a figure, or a band whose edges are the legal ones, or neither if the group is not sure.
/// </summary>
public sealed record Income
{
    public static readonly Income NotSure = new();

    /// <summary>Pounds a year; whoever says more has made a slip.</summary>
    public const decimal Most = 1_000_000_000;

    /// <summary>The figure, if the group knows it.</summary>
    public decimal? Pounds { get; init; }

    /// <summary>The lower edge of the band, which belongs to it.</summary>
    public decimal? From { get; init; }

    /// <summary>The upper edge of the band, which does not belong to it; null for the highest band.</summary>
    public decimal? Below { get; init; }

    public static Income Of(decimal pounds) => new() { Pounds = pounds };

    public static Income Between(decimal from, decimal? below) => new() { From = from, Below = below };

    /// <summary>Whether the income is at least so many pounds; null if that cannot be said.</summary>
    public bool? IsAtLeast(decimal edge) => Pounds is { } pounds ? pounds >= edge : IsBandAbove(edge);

    /// <summary>Whether the income is more than so many pounds; null if that cannot be said.</summary>
    public bool? IsOver(decimal edge) => Pounds is { } pounds ? pounds > edge : IsBandAbove(edge);

    /// <summary>"£3,000", or null for a band, which is named by its option.</summary>
    [JsonIgnore]
    public string? Figure => Pounds is { } pounds ? Sterling.Say(pounds) : null;

    private bool? IsBandAbove(decimal edge) => From is not { } from ? null : from >= edge ? true : Below <= edge ? false : null;
}
