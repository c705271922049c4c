using System.Text.Json;
using CommissioningBot.Knowledge.Imports.Json;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>
/// A grant as the 360Giving Data Standard shapes it (https://standard.threesixtygiving.org/en/latest/technical/reference/), as far as this product reads it.
/// Nothing is checked here but that each value has the right JSON type: a value of another type is null.
/// </summary>
internal sealed record RawGrant
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Currency { get; init; }
    public string? Amount { get; init; }
    public string? AwardDate { get; init; }
    public bool ToPerson { get; init; }
    public string? Funder { get; init; }
    public IReadOnlyList<RawOrganisation> Recipients { get; init; } = [];

    /// <summary>Why the row could not be read at all; null if it could.</summary>
    public string? Problem { get; init; }

    public static RawGrant From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return new RawGrant { Problem = "It is not a grant but a bare value." };
        try
        {
            return new RawGrant
            {
                Id = json.Text("id"),
                Title = json.Text("title"),
                Description = json.Text("description"),
                Currency = json.Text("currency"),
                Amount = json.Text("amountAwarded"),
                AwardDate = json.Text("awardDate"),
                ToPerson = json.TryGetProperty("recipientIndividual", out _),
                Funder = json.Objects("fundingOrganization").Select(o => o.Text("name")).FirstOrDefault(),
                Recipients = [.. json.Objects("recipientOrganization").Select(Organisation)],
            };
        }
        catch (InvalidOperationException)
        {
            return new RawGrant { Problem = "Its text is not in UTF-8, so its letters cannot be told." };
        }
    }

    private static RawOrganisation Organisation(JsonElement json) => new(json.Text("id"), json.Text("name"), json.Text("addressLocality"), json.Text("postalCode"), json.Text("url"))
    {
        CharityNumber = json.Text("charityNumber"),
        CompanyNumber = json.Text("companyNumber"),
    };
}

/// <summary>An organisation as 360Giving shapes it. The street address is not read: it is never shown.</summary>
internal sealed record RawOrganisation(string? Id, string? Name, string? Locality, string? Postcode, string? Url)
{
    public string? CharityNumber { get; init; }

    public string? CompanyNumber { get; init; }
}
