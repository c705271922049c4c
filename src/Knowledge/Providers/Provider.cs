using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// An organisation that delivers services, as public data sets tell of it. It holds no street address (some are refuges) and no person.
/// What a data set does not say is null: not stated, which never means no.
/// </summary>
public sealed record Provider
{
    /// <summary>An organisation identifier (https://org-id.guide), such as GB-CHC-1114101 or GB-COH-01234567, or the source's own.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The town of the address, as the source writes it.</summary>
    public string? Locality { get; init; }

    /// <summary>The first part of the postcode, such as BL3.</summary>
    public string? Outward { get; init; }

    /// <summary>The whole postcode, such as BL3 5JH.</summary>
    public string? Postcode { get; init; }

    /// <summary>Where an imported directory of postcodes puts its address; null if it does not.</summary>
    public PostcodeLocation? Location { get; init; }

    public string? Website { get; init; }

    public string? LegalForm { get; init; }

    /// <summary>Yearly income as the source bands it, in pounds.</summary>
    public string? IncomeBand { get; init; }

    /// <summary>The data set that last said who this is.</summary>
    public required string DataSet { get; init; }

    /// <summary>The licence of that data set, or "not stated".</summary>
    public required string Licence { get; init; }

    /// <summary>The day (UTC) on which an import last met it, or the day on which its source says that it was checked.</summary>
    public required DateOnly LastSeen { get; init; }

    /// <summary>The day since which no data set holds it any more; null if one does. It may still run.</summary>
    public DateOnly? GoneSince { get; init; }

    /// <summary>True for made-up organisations that only show how the product works.</summary>
    public bool Sample { get; init; }

    /// <summary>How it chose itself to be reached; null if it listed nothing of the kind.</summary>
    public string? Contact { get; init; }

    /// <summary>True if it agreed to be shown to commissioners, and to nobody else.</summary>
    public bool CommissionersOnly { get; init; }

    /// <summary>What is said about its work, newest first.</summary>
    public IReadOnlyList<ProviderText> Texts { get; init; } = [];

    /// <summary>How the identifiers begin of groups that list themselves. What such a group says is shown only as long as it agrees.</summary>
    public const string ListedPrefix = "listed-";

    /// <summary>The identifier for an organisation whose only name is its own.</summary>
    public static string OwnId(string dataSet, string name) =>
        "own-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataSet + "\n" + name.ToUpperInvariant())))[..12];
}

/// <summary>One piece of text about a provider's work.</summary>
/// <param name="Reference">The source's own name for it, such as a grant's identifier; one for each text of a provider.</param>
/// <param name="Text">The source's words.</param>
/// <param name="Source">Who said it, as a reader would name it.</param>
/// <param name="Date">When it was said or awarded; null if not stated.</param>
/// <param name="Amount">Pounds awarded; null if it is no award.</param>
public sealed record ProviderText(string Reference, string Text, string Source, DateOnly? Date, decimal? Amount)
{
    /// <summary>The day since which its data set does not hold it any more; null if it does.</summary>
    public DateOnly? GoneSince { get; init; }
}
