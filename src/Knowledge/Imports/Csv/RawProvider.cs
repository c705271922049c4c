using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>The columns that a list of providers can have.</summary>
internal enum ProviderColumn
{
    Name,
    CharityNumber,
    CompanyNumber,
    Town,
    Postcode,
    WhatYouDo,
    WhoFor,
    Website,
    LegalForm,
    IncomeBand,
    LastChecked,
    YearEnd,
    Policies,
    QualityMarks,
    LedBy,
    Registered,
    Grants,
}

/// <summary>One line of a list of providers as it stands in the file; an empty cell is null.</summary>
internal sealed record RawProvider(int Line, IReadOnlyDictionary<ProviderColumn, string> Cells)
{
    // What real lists call these columns, without case and punctuation.
    private static readonly Dictionary<ProviderColumn, string[]> Headers = new()
    {
        [ProviderColumn.Name] = ["name", "organisation", "organisation name", "organization", "organization name", "group", "group name", "name of group", "name of organisation", "charity name", "provider"],
        [ProviderColumn.CharityNumber] = ["charity number", "charity no", "registered charity number", "reg charity no", "charity registration number", "charity reg no", "registration number", "charitynumber"],
        [ProviderColumn.CompanyNumber] = ["company number", "company no", "company registration number", "companies house number", "companynumber"],
        [ProviderColumn.Town] = ["town", "locality", "area", "place", "town or city", "town city", "city", "addresslocality", "location"],
        [ProviderColumn.Postcode] = ["postcode", "post code", "postal code", "postalcode", "zip"],
        [ProviderColumn.WhatYouDo] = ["what you do", "what they do", "what we do", "activities", "services", "service", "description", "about", "summary", "what does the group do"],
        [ProviderColumn.WhoFor] = ["who for", "who it is for", "beneficiaries", "client group", "client groups", "who you help", "who they help", "target group"],
        [ProviderColumn.Website] = ["website", "web", "web address", "url", "web site", "homepage"],
        [ProviderColumn.LegalForm] = ["legal form", "legal status", "legal structure", "type of organisation", "organisation type", "structure"],
        [ProviderColumn.IncomeBand] = ["income band", "income", "annual income", "turnover", "size"],
        [ProviderColumn.LastChecked] = ["last checked", "checked", "date checked", "last updated", "updated", "last confirmed"],
        [ProviderColumn.YearEnd] = ["year end", "income year end", "financial year end", "accounts to", "year to"],
        [ProviderColumn.Policies] = ["policies", "policies in place", "policies they have", "policies you have"],
        [ProviderColumn.QualityMarks] = ["quality marks", "quality mark", "accreditations", "accreditation", "kitemarks", "standards held"],
        [ProviderColumn.LedBy] = ["led by", "who leads it", "who leads", "run by", "led and run by"],
        [ProviderColumn.Registered] = ["registered since", "registered", "date registered", "registration date", "date of registration"],
        [ProviderColumn.Grants] = ["grants received", "grants", "awards", "funding received"],
    };

    public string? this[ProviderColumn column] => Cells.GetValueOrDefault(column);

    /// <summary>Which column a header means; null if the product has no use for it (a contact's name, a telephone number).</summary>
    public static ProviderColumn? ColumnOf(string header)
    {
        var key = string.Join(' ', Words.Split(header).Select(w => w.Text));
        foreach (var (column, names) in Headers)
        {
            if (names.Contains(key)) return column;
        }
        return null;
    }
}
