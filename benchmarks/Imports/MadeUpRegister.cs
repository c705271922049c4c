using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace CommissioningBot.Benchmarks.Imports;

/// <summary>
/// Writes made-up charities in the shape of the Charity Commission's extract: one zip for each table, JSON, with all columns of the table of
/// charities and the numbers of rows that a charity really has. The same seed gives the same files.
/// </summary>
internal sealed class MadeUpRegister(int charities, int seed)
{
    private static readonly string[] First = ["Fernlea", "Moor", "Kite", "Harbour", "Silver", "Castle", "Penny", "Rowan", "Beacon", "Willow", "Mill", "Abbey", "Canal", "Orchard", "Summit", "Lantern"];
    private static readonly string[] Second = ["Community", "Youth", "Family", "Carers", "Neighbours", "Disability", "Elders", "Women's", "Refugee", "Arts", "Sports", "Advice", "Housing", "Food", "Garden", "Music"];
    private static readonly string[] Third = ["Trust", "Association", "Project", "Centre", "Group", "Link", "Fund", "Network", "Society", "Club"];
    private static readonly string[] Does = ["befriending for older people", "debt advice and money management", "a youth club three nights a week", "a food bank", "counselling for families", "sport for disabled people", "English lessons for refugees", "a lunch club", "grants to local schools", "upkeep of the village hall", "support for carers", "mentoring of young people"];
    private static readonly string[] What = ["General Charitable Purposes", "Education/training", "The Advancement Of Health Or Saving Of Lives", "Disability", "The Prevention Or Relief Of Poverty", "Accommodation/housing", "Religious Activities", "Arts/culture/heritage/science", "Amateur Sport", "Recreation"];
    private static readonly string[] Who = ["Children/young People", "Elderly/old People", "People With Disabilities", "People Of A Particular Ethnic Or Racial Origin", "The General Public/mankind"];
    private static readonly string[] How = ["Makes Grants To Individuals", "Provides Buildings/facilities/open Space", "Provides Services", "Provides Advocacy/advice/information"];
    private static readonly string[] Areas = ["Wirral", "Bolton", "Birmingham City", "Telford & Wrekin", "Worcestershire", "Throughout England", "Manchester City", "Leeds City", "Kent", "Devon"];
    private static readonly string[] Policies = ["Safeguarding vulnerable beneficiaries", "Complaints handling", "Conflicts of interest", "Volunteer management", "Paying staff", "Risk management", "Internal charity financial controls policy and procedures"];
    private static readonly string[] Postcodes = ["BL3 5JH", "CH41 1AA", "B7 5RA", "TF1 1LX", "WR1 1AA", "M1 1AE", "LS1 4AP", "ME4 4AA", "EX1 1BB", "L1 8JQ"];

    private readonly Random random = new(seed);

    /// <summary>Writes the tables into a folder.</summary>
    public void Write(string folder)
    {
        // A part of the rows are charities of the past and parts of others, as in the register.
        var all = charities + charities / 5;
        Table(folder, "charity", all, Charity);
        Table(folder, "charity_classification", all * 6L, Classification);
        Table(folder, "charity_area_of_operation", all * 2L, (w, i) => { Key(w, (int)(i / 2)); w.WriteString("geographic_area_type", "Local Authority"); w.WriteString("geographic_area_description", Any(Areas)); });
        Table(folder, "charity_policy", all * 4L, (w, i) => { Key(w, (int)(i / 4)); w.WriteString("policy_name", Policies[(i * 3 + i / 4) % Policies.Length]); });
        Table(folder, "charity_other_names", all / 3L, (w, i) => { Key(w, (int)i * 3); w.WriteNumber("charity_name_id", i); w.WriteString("charity_name_type", "Working Name"); w.WriteString("charity_name", $"{Any(First)} {Any(Third)}"); });
        Table(folder, "charity_annual_return_parta", all * 2L, PartA);
        Table(folder, "charity_annual_return_partb", all / 14L, (w, i) => { Key(w, (int)i * 14); w.WriteBoolean("latest_fin_period_submitted_ind", true); w.WriteNumber("reserves", random.Next(1_000_000)); w.WriteNumber("count_employees", random.Next(80)); });
    }

    private static void Table(string folder, string name, long rows, Action<Utf8JsonWriter, long> row)
    {
        using var zip = ZipFile.Open(Path.Combine(folder, $"publicextract.{name}.zip"), ZipArchiveMode.Create);
        using var file = zip.CreateEntry($"publicextract.{name}.json", CompressionLevel.Fastest).Open();
        using var writer = new Utf8JsonWriter(file);
        writer.WriteStartArray();
        for (var i = 0L; i < rows; i++)
        {
            writer.WriteStartObject();
            row(writer, i);
            writer.WriteEndObject();
            if (i % 1000 == 0) writer.Flush();
        }
        writer.WriteEndArray();
    }

    private void Charity(Utf8JsonWriter w, long i)
    {
        var isPart = i >= charities;
        var income = random.Next(2_000_000);
        w.WriteString("date_of_extract", "2026-11-20T00:00:00");
        Key(w, (int)i);
        w.WriteString("charity_name", $"{Any(First)} {Any(Second)} {Any(Third)} {i.ToString(CultureInfo.InvariantCulture)}".ToUpperInvariant());
        w.WriteString("charity_type", i % 3 == 0 ? "CIO" : i % 3 == 1 ? "Charitable company" : "Other");
        w.WriteString("charity_registration_status", isPart && i % 2 == 0 ? "Removed" : "Registered");
        w.WriteString("date_of_registration", "1998-04-06T00:00:00");
        w.WriteNull("date_of_removal");
        w.WriteString("charity_reporting_status", i % 20 == 0 ? "Submission Overdue" : "Submission Received");
        w.WriteString("latest_acc_fin_period_start_date", "2024-04-01T00:00:00");
        w.WriteString("latest_acc_fin_period_end_date", "2025-03-31T00:00:00");
        w.WriteNumber("latest_income", (decimal)income);
        w.WriteNumber("latest_expenditure", (decimal)(income * 9L / 10));
        for (var line = 1; line <= 5; line++) w.WriteString($"charity_contact_address{line}", line < 4 ? $"{line} {Any(First)} Street" : null);
        w.WriteString("charity_contact_postcode", Any(Postcodes));
        w.WriteString("charity_contact_phone", "01204 000000");
        w.WriteString("charity_contact_email", i % 2 == 0 ? "info@example.org" : "jo.bloggs@example.org");
        w.WriteString("charity_contact_web", $"www.example.org/{i.ToString(CultureInfo.InvariantCulture)}");
        w.WriteString("charity_company_registration_number", i % 3 == 1 ? (4_000_000 + i).ToString("00000000", CultureInfo.InvariantCulture) : null);
        foreach (var flag in new[] { "charity_insolvent", "charity_in_administration" }) w.WriteBoolean(flag, false);
        w.WriteNull("charity_previously_excepted");
        w.WriteNull("charity_is_cdf_or_cif");
        w.WriteBoolean("charity_is_cio", i % 3 == 0);
        w.WriteNull("cio_is_dissolved");
        w.WriteNull("date_cio_dissolution_notice");
        w.WriteString("charity_activities", $"We run {Any(Does)}, {Any(Does)} and {Any(Does)} in and around {Any(Areas)}. Our volunteers give people company and practical help, and we work with schools, surgeries and other groups nearby. Everybody is welcome & nobody pays more than £{random.Next(9)}.");
        w.WriteBoolean("charity_gift_aid", true);
        w.WriteBoolean("charity_has_land", i % 7 == 0);
    }

    private void Classification(Utf8JsonWriter w, long i)
    {
        Key(w, (int)(i / 6));
        var (type, code, text) = (i % 6) switch { < 2 => ("What", 101, Any(What)), < 4 => ("Who", 201, Any(Who)), _ => ("How", 301, Any(How)) };
        w.WriteNumber("classification_code", code);
        w.WriteString("classification_type", type);
        w.WriteString("classification_description", text);
    }

    private void PartA(Utf8JsonWriter w, long i)
    {
        Key(w, (int)(i / 2));
        w.WriteBoolean("latest_fin_period_submitted_ind", i % 2 == 0);
        w.WriteNumber("fin_period_order_number", i % 2 + 1);
        w.WriteString("ar_cycle_reference", "AR25");
        w.WriteString("fin_period_start_date", "2024-04-01T00:00:00");
        w.WriteString("fin_period_end_date", "2025-03-31T00:00:00");
        w.WriteNumber("total_gross_income", random.Next(2_000_000));
        w.WriteNumber("total_gross_expenditure", random.Next(2_000_000));
        foreach (var field in new[] { "charity_raises_funds_from_public", "charity_professional_fundraiser", "grant_making_is_main_activity", "charity_receives_govt_funding_contracts", "charity_has_trading_subsidiary" }) w.WriteBoolean(field, false);
        w.WriteNumber("income_from_government_contracts", random.Next(100_000));
        w.WriteNumber("income_from_government_grants", random.Next(100_000));
        w.WriteNumber("count_volunteers", random.Next(60));
    }

    private void Key(Utf8JsonWriter w, int i)
    {
        w.WriteNumber("organisation_number", 200_000 + i);
        w.WriteNumber("registered_charity_number", 1_000_000 + i % charities);
        w.WriteNumber("linked_charity_number", i >= charities ? 1 : 0);
    }

    private string Any(string[] texts) => texts[random.Next(texts.Length)];
}
