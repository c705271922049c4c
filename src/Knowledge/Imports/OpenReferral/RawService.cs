using System.Text.Json;
using CommissioningBot.Knowledge.Imports.Json;

namespace CommissioningBot.Knowledge.Imports.OpenReferral;

/// <summary>
/// A service as Open Referral UK 3.0 shapes it (https://openreferraluk.org, a standard that the government recommends), or an organisation that stands
/// alone. Contacts, telephone numbers and who assured a service are never read, because they are people's.
/// </summary>
internal sealed record RawService
{
    public string? Id { get; private init; }
    public string? Name { get; private init; }
    public string? Description { get; private init; }
    public string? Status { get; private init; }
    public string? Url { get; private init; }
    public string? EMail { get; private init; }
    public string? Fees { get; private init; }
    public string? Accreditations { get; private init; }
    public decimal? MinimumAge { get; private init; }
    public decimal? MaximumAge { get; private init; }
    public string? AssuredOn { get; private init; }
    public string? ModifiedOn { get; private init; }
    public IReadOnlyList<string> Areas { get; private init; } = [];
    public IReadOnlyList<string> Terms { get; private init; } = [];
    public IReadOnlyList<RawAddress> Addresses { get; private init; } = [];
    public RawOrganization? Organization { get; private init; }
    public bool IsOrganization { get; private init; }

    /// <exception cref="InvalidOperationException">Its text is not in UTF-8.</exception>
    public static RawService From(JsonElement json)
    {
        var organization = json.Object("organization");
        var isOrganization = organization is null && json.Text("status") is null && json.Text("organization_id") is null;
        return new RawService
        {
            Id = json.Text("id"),
            Name = json.Text("name"),
            Description = json.Text("description"),
            Status = json.Text("status"),
            Url = json.Text("url"),
            EMail = json.Text("email"),
            Fees = json.Text("fees"),
            Accreditations = json.Text("accreditations"),
            MinimumAge = json.Amount("minimum_age"),
            MaximumAge = json.Amount("maximum_age"),
            AssuredOn = json.Text("assured_date"),
            ModifiedOn = json.Text("last_modified"),
            Areas = [.. json.Objects("service_areas").Select(a => a.Text("name")).OfType<string>()],
            Terms = [.. json.Objects("attributes").Select(a => a.Text("taxonomy_term", "name")).OfType<string>()],
            Addresses = [.. json.Objects("service_at_locations").Select(a => a.Object("location")).OfType<JsonElement>().Select(RawAddress.From)],
            Organization = isOrganization ? RawOrganization.From(json) : organization is { } named ? RawOrganization.From(named) : null,
            IsOrganization = isOrganization,
        };
    }
}

/// <summary>Where a service is given, without the street.</summary>
internal sealed record RawAddress(string? City, string? Postcode, string? Country, decimal? Latitude, decimal? Longitude)
{
    public static RawAddress From(JsonElement location)
    {
        var address = location.Objects("addresses").Cast<JsonElement?>().FirstOrDefault();
        return new RawAddress(address?.Text("city"), address?.Text("postal_code"), address?.Text("country"), location.Amount("latitude"), location.Amount("longitude"));
    }
}

internal sealed record RawOrganization(string? Id, string? Name, string? Description, string? Website, string? EMail, IReadOnlyList<(string? Scheme, string? Number)> Identifiers)
{
    public static RawOrganization From(JsonElement json) => new(
        json.Text("id"), json.Text("name"), json.Text("description"), json.Text("website") ?? json.Text("url"), json.Text("email"),
        [.. json.Objects("organization_identifiers").Select(i => (i.Text("identifier_scheme"), i.Text("identifier")))]);
}
