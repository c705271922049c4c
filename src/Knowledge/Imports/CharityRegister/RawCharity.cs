namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>
/// A row of the table of charities, as far as this product reads it. The meaning of each field: https://register-of-charities.charitycommission.gov.uk/register/full-register-download.
/// Street addresses and telephone numbers are not read.
/// </summary>
internal sealed record RawCharity(int Row)
{
    public static readonly string[] Columns =
    [
        "organisation_number", "registered_charity_number", "linked_charity_number", "charity_name", "charity_type", "charity_registration_status",
        "date_of_registration", "charity_reporting_status", "latest_acc_fin_period_end_date", "latest_income", "latest_expenditure",
        "charity_contact_postcode", "charity_contact_email", "charity_contact_web", "charity_company_registration_number", "charity_insolvent",
        "charity_in_administration", "charity_activities",
    ];

    public int? Organisation { get; private init; }
    public int? Number { get; private init; }
    public int? Linked { get; private init; }
    public string? Name { get; private init; }
    public string? Type { get; private init; }
    public bool IsRegistered { get; private init; }
    public DateOnly? Registered { get; private init; }
    public string? Reporting { get; private init; }
    public DateOnly? YearEnd { get; private init; }
    public decimal? Income { get; private init; }
    public decimal? Expenditure { get; private init; }
    public string? Postcode { get; private init; }
    public string? EMail { get; private init; }
    public string? Web { get; private init; }
    public string? Company { get; private init; }
    public bool IsInsolvent { get; private init; }
    public bool IsInAdministration { get; private init; }
    public string? Activities { get; private init; }

    public static RawCharity From(TableRow row)
    {
        // Half of the register are charities of the past and parts of others; nothing more of them is read.
        var raw = new RawCharity(row.Number)
        {
            Organisation = row.Whole(0),
            Number = row.Whole(1),
            Linked = row.Whole(2),
            IsRegistered = row.Bytes(5).StartsWith("Registered"u8),
        };
        if (!raw.IsRegistered || raw.Linked != 0) return raw;
        return raw with
        {
            Name = row.Text(3),
            Type = row.Shared(4),
            Registered = row.Date(6),
            Reporting = row.Shared(7),
            YearEnd = row.Date(8),
            Income = row.Amount(9),
            Expenditure = row.Amount(10),
            Postcode = row.Text(11),
            EMail = row.Text(12),
            Web = row.Text(13),
            Company = row.Text(14),
            IsInsolvent = row.IsTrue(15),
            IsInAdministration = row.IsTrue(16),
            Activities = row.Text(17),
        };
    }
}
