using CommissioningBot.Knowledge.Imports.Csv;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>The columns of a 360Giving spreadsheet (https://standard.threesixtygiving.org/en/latest/technical/reference/), saved as CSV.</summary>
internal enum SheetColumn
{
    Id,
    Title,
    Description,
    Currency,
    Amount,
    Date,
    RecipientId,
    RecipientName,
    RecipientCharity,
    RecipientCompany,
    RecipientTown,
    RecipientPostcode,
    RecipientUrl,
    Individual,
    Funder,
}

/// <summary>Streams grants out of a 360Giving spreadsheet saved as CSV: titles as the standard has them, in any case, or the names of its fields.</summary>
internal sealed class GrantSheet(Stream file)
{
    private static readonly IReadOnlyDictionary<SheetColumn, string[]> Names = new Dictionary<SheetColumn, string[]>
    {
        [SheetColumn.Id] = ["identifier", "id", "grant id", "grant identifier"],
        [SheetColumn.Title] = ["title", "grant programme title"],
        [SheetColumn.Description] = ["description"],
        [SheetColumn.Currency] = ["currency"],
        [SheetColumn.Amount] = ["amount awarded", "amountawarded", "amount gbp"],
        [SheetColumn.Date] = ["award date", "awarddate"],
        [SheetColumn.RecipientId] = ["recipient org identifier", "recipient org id", "recipientorganization 0 id", "recipient identifier"],
        [SheetColumn.RecipientName] = ["recipient org name", "recipientorganization 0 name", "recipient name"],
        [SheetColumn.RecipientCharity] = ["recipient org charity number", "recipientorganization 0 charitynumber"],
        [SheetColumn.RecipientCompany] = ["recipient org company number", "recipientorganization 0 companynumber"],
        [SheetColumn.RecipientTown] = ["recipient org city", "recipient org town", "recipientorganization 0 addresslocality", "locality"],
        [SheetColumn.RecipientPostcode] = ["recipient org postal code", "recipient org postcode", "recipientorganization 0 postalcode", "postcode"],
        [SheetColumn.RecipientUrl] = ["recipient org web address", "recipientorganization 0 url"],
        [SheetColumn.Individual] = ["recipient ind identifier", "recipient individual identifier"],
        [SheetColumn.Funder] = ["funding org name", "fundingorganization 0 name"],
    };

    /// <exception cref="UnreadableFileException">It is no CSV file, lacks a column, or ends inside a cell.</exception>
    public IEnumerable<RawGrant> Read() =>
        new CsvTable<SheetColumn>(file, Names, [SheetColumn.Id, SheetColumn.RecipientName], "Identifier and Recipient Org:Name, as 360Giving has them").Read().Select(line => new RawGrant
        {
            Id = line[SheetColumn.Id],
            Title = line[SheetColumn.Title],
            Description = line[SheetColumn.Description],
            Currency = line[SheetColumn.Currency],
            Amount = line[SheetColumn.Amount] is { } amount ? ImportedAmount.Pounds(amount)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? amount : null,
            AwardDate = line[SheetColumn.Date],
            ToPerson = line[SheetColumn.Individual] is not null && line[SheetColumn.RecipientName] is null,
            Funder = line[SheetColumn.Funder],
            Recipients = line[SheetColumn.RecipientName] is null ? [] :
            [
                new RawOrganisation(line[SheetColumn.RecipientId], line[SheetColumn.RecipientName], line[SheetColumn.RecipientTown], line[SheetColumn.RecipientPostcode], line[SheetColumn.RecipientUrl])
                {
                    CharityNumber = line[SheetColumn.RecipientCharity],
                    CompanyNumber = line[SheetColumn.RecipientCompany],
                },
            ],
        });
}
