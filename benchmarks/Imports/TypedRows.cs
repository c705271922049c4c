using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommissioningBot.Benchmarks.Imports;

// The columns that the import reads, and no others: a reader that is to be compared with must not do more than it.
internal sealed record CharityRow(
    int organisation_number, int registered_charity_number, int linked_charity_number, string? charity_name, string? charity_type, string? charity_registration_status,
    DateTime? date_of_registration, string? charity_reporting_status, DateTime? latest_acc_fin_period_end_date, decimal? latest_income, decimal? latest_expenditure,
    string? charity_contact_postcode, string? charity_contact_email, string? charity_contact_web, string? charity_company_registration_number, bool? charity_insolvent,
    bool? charity_in_administration, string? charity_activities);

internal sealed record ClassificationRow(int organisation_number, string? classification_type, string? classification_description);

internal sealed record AreaRow(int organisation_number, string? geographic_area_description);

internal sealed record PolicyRow(int organisation_number, string? policy_name);

internal sealed record NameRow(int organisation_number, string? charity_name);

internal sealed record PartARow(int organisation_number, bool? latest_fin_period_submitted_ind, decimal? income_from_government_contracts, decimal? income_from_government_grants, int? count_volunteers);

internal sealed record PartBRow(int organisation_number, bool? latest_fin_period_submitted_ind, decimal? reserves, int? count_employees);

[JsonSerializable(typeof(CharityRow))]
[JsonSerializable(typeof(ClassificationRow))]
[JsonSerializable(typeof(AreaRow))]
[JsonSerializable(typeof(PolicyRow))]
[JsonSerializable(typeof(NameRow))]
[JsonSerializable(typeof(PartARow))]
[JsonSerializable(typeof(PartBRow))]
internal sealed partial class TypedRows : JsonSerializerContext
{
    /// <summary>Reads every table of the extract with System.Text.Json, one row after the other, and gives their number.</summary>
    public static async Task<long> ReadAll(string folder) =>
        await Count(folder, "charity", Default.CharityRow) + await Count(folder, "charity_classification", Default.ClassificationRow)
        + await Count(folder, "charity_area_of_operation", Default.AreaRow) + await Count(folder, "charity_policy", Default.PolicyRow)
        + await Count(folder, "charity_other_names", Default.NameRow) + await Count(folder, "charity_annual_return_parta", Default.PartARow)
        + await Count(folder, "charity_annual_return_partb", Default.PartBRow);

    private static async Task<long> Count<T>(string folder, string table, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        using var zip = ZipFile.OpenRead(Path.Combine(folder, $"publicextract.{table}.zip"));
        await using var file = zip.Entries[0].Open();
        var rows = 0L;
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable(file, type))
            if (row is not null) rows++;
        return rows;
    }
}
