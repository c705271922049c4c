namespace CommissioningBot.Knowledge.Imports.CouncilGrants;

/// <summary>
/// The columns of a council's list of grants to VCSE organisations. The Local Government Transparency Code 2015, paragraph 42
/// (https://www.gov.uk/government/publications/local-government-transparency-code-2015), says what is published, not how the columns are called.
/// </summary>
internal enum GrantColumn
{
    Date,
    Period,
    Department,
    Beneficiary,
    Number,
    CompanyNumber,
    Purpose,
    Amount,
}

internal static class GrantColumns
{
    public static readonly IReadOnlyDictionary<GrantColumn, string[]> Names = new Dictionary<GrantColumn, string[]>
    {
        [GrantColumn.Date] = ["date", "date awarded", "date the grant was awarded", "award date", "date of award", "date grant awarded", "payment date", "date paid", "date of payment", "start date"],
        [GrantColumn.Period] = ["period", "time period", "time period for which the grant has been given", "duration", "term", "grant period", "financial year", "year", "period of grant"],
        [GrantColumn.Department] = ["department", "local authority department", "local authority department which awarded the grant", "service", "directorate", "service area", "team", "department awarding grant", "awarding department"],
        [GrantColumn.Beneficiary] = ["beneficiary", "beneficiary name", "name of beneficiary", "recipient", "recipient name", "organisation", "organisation name", "name of organisation", "supplier", "supplier name", "grant recipient", "name", "payee"],
        [GrantColumn.Number] = ["beneficiary registration number", "beneficiary s registration number", "beneficiarys registration number", "registration number", "registration no", "beneficiary registration no", "charity reg no", "charity registration no", "reg number", "reg no", "charity number", "charity no", "registered charity number", "charity or company number", "company charity number", "charity registration number"],
        [GrantColumn.CompanyNumber] = ["company number", "company no", "company registration number"],
        [GrantColumn.Purpose] = ["purpose", "purpose of the grant", "purpose of grant", "summary of the purpose of the grant", "summary of purpose", "description", "summary", "grant purpose", "details", "reason", "project"],
        [GrantColumn.Amount] = ["amount", "amount awarded", "grant amount", "value", "amount of grant", "grant value", "total", "net amount", "amount gbp", "value of grant", "award amount", "amount £", "£"],
    };
}
