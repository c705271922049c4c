using System.Text.Json;
using CommissioningBot.Knowledge.Imports.Json;

namespace CommissioningBot.Knowledge.Imports.Ocds;

/// <summary>
/// A release as the Open Contracting Data Standard shapes it (https://standard.open-contracting.org/1.1), with the fields of the three publishers
/// whose notices are read: Find a Tender under the Procurement Act 2023 (https://github.com/cabinetoffice/ocds_uk_extension), Contracts Finder in its
/// shape of 2025, and in that of 2019 to 2020. Values are as they stand; contact points are never read, because they are people's.
/// </summary>
internal sealed record RawRelease
{
    public string? Ocid { get; private init; }
    public string? Id { get; private init; }
    public string? Date { get; private init; }
    public IReadOnlyList<string> Tags { get; private init; } = [];
    public string? BuyerId { get; private init; }
    public string? BuyerName { get; private init; }
    public IReadOnlyList<RawParty> Parties { get; private init; } = [];
    public RawTender? Tender { get; private init; }
    public IReadOnlyList<RawAward> Awards { get; private init; } = [];
    public IReadOnlyList<RawDocument> Documents { get; private init; } = [];

    /// <exception cref="InvalidOperationException">Its text is not in UTF-8.</exception>
    public static RawRelease From(JsonElement json) => new()
    {
        Ocid = json.Text("ocid"),
        Id = json.Text("id"),
        Date = json.Text("date"),
        Tags = [.. json.Texts("tag")],
        BuyerId = json.Text("buyer", "id"),
        BuyerName = json.Text("buyer", "name"),
        Parties = [.. json.Objects("parties").Select(RawParty.From)],
        Tender = json.Object("tender") is { } tender ? RawTender.From(tender) : null,
        Awards = [.. json.Objects("awards").Select(RawAward.From)],
        Documents =
        [
            .. json.Object("planning")?.Objects("documents").Select(RawDocument.From) ?? [],
            .. json.Object("tender")?.Objects("documents").Select(RawDocument.From) ?? [],
            .. json.Objects("awards").Concat(json.Objects("contracts")).SelectMany(a => a.Objects("documents")).Select(RawDocument.From),
        ],
    };
}

/// <summary>An organisation in a release. What kind it is stands in <c>details</c> (2023 Act) or beside its name (2019).</summary>
internal sealed record RawParty(
    string? Id, string? Name, IReadOnlyList<string> Roles, IReadOnlyList<RawIdentifier> Identifiers, RawPlace Place, string? Url, string? Scale, bool? Vcse, bool? Mission, bool? Sheltered)
{
    public static RawParty From(JsonElement json)
    {
        var details = json.Object("details");
        return new RawParty(
            json.Text("id"), json.Text("name"), [.. json.Texts("roles")],
            [.. new[] { json.Object("identifier") }.OfType<JsonElement>().Concat(json.Objects("additionalIdentifiers")).Select(i => new RawIdentifier(i.Text("scheme"), i.Text("id")))],
            RawPlace.From(json.Object("address")), details?.Text("url"), details?.Text("scale") ?? (json.Truth("sme") == true ? "sme" : null),
            details?.Truth("vcse") ?? json.Truth("vco"), details?.Truth("publicServiceMissionOrganization"), details?.Truth("shelteredWorkshop"));
    }
}

internal sealed record RawIdentifier(string? Scheme, string? Id);

/// <summary>An address without its street.</summary>
internal sealed record RawPlace(string? Region, string? Locality, string? Postcode, string? Street)
{
    public static RawPlace From(JsonElement? json) => new(json?.Text("region"), json?.Text("locality"), json?.Text("postalCode"), json?.Text("streetAddress"));
}

/// <summary>A sum: <c>amount</c> is without VAT and <c>amountGross</c> with it on Find a Tender; Contracts Finder has one sum and does not say.</summary>
internal sealed record RawValue(decimal? Amount, decimal? Gross, string? Currency)
{
    public static RawValue? From(JsonElement? json) => json is { } value ? new RawValue(value.Amount("amount"), value.Amount("amountGross"), value.Text("currency")) : null;
}

internal sealed record RawClass(string? Scheme, string? Id, string? Description)
{
    public static IEnumerable<RawClass> Of(JsonElement json) =>
        json.Objects("items").SelectMany(Own).Concat(Own(json));

    private static IEnumerable<RawClass> Own(JsonElement json) =>
        new[] { json.Object("classification") }.OfType<JsonElement>().Concat(json.Objects("additionalClassifications")).Select(c => new RawClass(c.Text("scheme"), c.Text("id"), c.Text("description")));
}

internal sealed record RawDocument(string? Type, string? NoticeType, string? Url)
{
    public static RawDocument From(JsonElement json) => new(json.Text("documentType"), json.Text("noticeType"), json.Text("url"));
}

internal sealed record RawLot(string? Title, RawValue? Value, bool? Sme, bool? Vcse, IReadOnlyList<string> Reserved, IReadOnlyList<string> ReservedArea)
{
    public static RawLot From(JsonElement json)
    {
        var requirements = json.Object("otherRequirements");
        return new RawLot(
            json.Text("title") ?? json.Text("description"), RawValue.From(json.Object("value")), json.Object("suitability")?.Truth("sme"), json.Object("suitability")?.Truth("vcse"),
            [.. requirements?.Texts("reservedParticipation") ?? []], [.. requirements?.Texts("reservedParticipationLocation") ?? [], .. new[] { requirements?.Text("reservedParticipationLocation") }.OfType<string>()]);
    }
}

internal sealed record RawAward(string? Date, string? Title, RawValue? Value, IReadOnlyList<RawSupplier> Suppliers, bool? AboveThreshold, IReadOnlyList<RawClass> Classes, IReadOnlyList<RawPlace> Places)
{
    public static RawAward From(JsonElement json) => new(
        json.Text("date"), json.Text("title"), RawValue.From(json.Object("value")), [.. json.Objects("suppliers").Select(s => new RawSupplier(s.Text("id"), s.Text("name")))],
        json.Truth("aboveThreshold"), [.. RawClass.Of(json)], [.. json.Objects("items").SelectMany(i => i.Objects("deliveryAddresses")).Select(a => RawPlace.From(a))]);
}

internal sealed record RawSupplier(string? Id, string? Name);

internal sealed record RawTender
{
    public string? Title { get; private init; }
    public string? Description { get; private init; }
    public string? Status { get; private init; }
    public string? Law { get; private init; }
    public RawValue? Value { get; private init; }
    public RawValue? Least { get; private init; }
    public IReadOnlyList<RawClass> Classes { get; private init; } = [];
    public IReadOnlyList<RawPlace> Places { get; private init; } = [];
    public string? Deadline { get; private init; }
    public string? InterestDeadline { get; private init; }
    public string? QuestionsUntil { get; private init; }
    public bool? Sme { get; private init; }
    public bool? Vcse { get; private init; }
    public IReadOnlyList<RawLot> Lots { get; private init; } = [];
    public string? Method { get; private init; }
    public string? MethodDetails { get; private init; }
    public IReadOnlyList<string> SpecialRegime { get; private init; } = [];
    public bool? AboveThreshold { get; private init; }
    public string? WhereToBid { get; private init; }

    public static RawTender From(JsonElement json)
    {
        var (suitability, old) = (json.Object("suitability"), json.Object("xClassifications"));
        return new RawTender
        {
            Title = json.Text("title"),
            Description = json.Text("description"),
            Status = json.Text("status"),
            Law = json.Text("legalBasis", "id"),
            Value = RawValue.From(json.Object("value")),
            Least = RawValue.From(json.Object("minValue")),
            Classes = [.. RawClass.Of(json)],
            Places = [.. json.Objects("items").SelectMany(i => i.Objects("deliveryAddresses").Concat(new[] { i.Object("deliveryAddress") }.OfType<JsonElement>())).Select(a => RawPlace.From(a))],
            Deadline = json.Text("tenderPeriod", "endDate"),
            InterestDeadline = json.Text("expressionOfInterestDeadline"),
            QuestionsUntil = json.Text("enquiryPeriod", "endDate"),
            Sme = suitability?.Truth("sme") ?? old?.Truth("isSuitableForSme"),
            Vcse = suitability?.Truth("vcse") ?? old?.Truth("isSuitableForVco"),
            // What holds for the whole is written like one more lot.
            Lots = [.. json.Objects("lots").Select(RawLot.From), .. json.Object("otherRequirements") is null ? Array.Empty<RawLot>() : [RawLot.From(json) with { Title = null, Value = null, Sme = null, Vcse = null }]],
            Method = json.Text("procurementMethod"),
            MethodDetails = json.Text("procurementMethodDetails"),
            SpecialRegime = [.. json.Texts("specialRegime")],
            AboveThreshold = json.Truth("aboveThreshold"),
            WhereToBid = json.Text("submissionMethodDetails"),
        };
    }
}
