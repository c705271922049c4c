using System.Globalization;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>How codes and sums of notices are put in plain words.</summary>
public static class OpportunityTerms
{
    public static string Law(Regime regime) => regime switch
    {
        Regime.ProcurementAct2023 => "Procurement Act 2023",
        Regime.HealthCare => "Provider Selection Regime (health care)",
        Regime.Old => "old rules, for what began before 24 February 2025",
        _ => "law not stated",
    };

    /// <summary>Of the UK extension's codes (https://github.com/cabinetoffice/ocds_uk_extension) and OCDS's own.</summary>
    public static string ReservedFor(string code) => code switch
    {
        "smeVcse" => "small and medium-sized enterprises and VCSE organisations",
        "shelteredWorkshop" => "supported employers",
        "publicServiceMissionOrganization" => "public service mutuals",
        _ => code,
    };

    /// <summary>Such as "£2,772,000 without VAT, £3,326,400 with VAT"; "value not stated" if there is none.</summary>
    public static string Value(ContractValue? value)
    {
        if (value is null) return "value not stated";
        var parts = new List<string>();
        if (value.WithoutVat is { } without) parts.Add($"{Sum(without, value.Currency)} without VAT");
        if (value.WithVat is { } with) parts.Add($"{Sum(with, value.Currency)} with VAT");
        if (value.VatNotStated is { } sum) parts.Add($"{(value.Least is { } least ? Sum(least, value.Currency) + " to " : "")}{Sum(sum, value.Currency)}, whether with VAT is not stated");
        else if (value.Least is { } from) parts.Add($"from {Sum(from, value.Currency)}, whether with VAT is not stated");
        return string.Join(", ", parts);
    }

    private static string Sum(decimal amount, string currency) =>
        currency == "GBP" ? amount.ToString(amount == decimal.Truncate(amount) ? "£#,0" : "£#,0.00", CultureInfo.InvariantCulture) : amount.ToString("#,0.##", CultureInfo.InvariantCulture) + " " + currency;
}
