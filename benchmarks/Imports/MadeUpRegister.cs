using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Benchmarks.Imports;

/// <summary>
/// Writes made-up charities in the shape of the Charity Commission's extract: one zip for each table, JSON, with all columns of the table of
/// charities and the numbers of rows that a charity really has. The same seed gives the same files.
/// </summary>
internal sealed class MadeUpRegister(int charities, int seed)
{
    // Names and sentences have about as many different words as the register's: a search of texts that are all alike measures something else.
    private const int MadeUpWords = 20_000;

    private static readonly string[] Beginnings = ["bar", "cor", "den", "fal", "gar", "hol", "ken", "lin", "mor", "nor", "pen", "ros", "sal", "tor", "wen", "ash", "bel", "cal", "dun", "el"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "an", "en", "in", "on", "er", "ar", "or", "ing", "ock", "est", "ers", "al", "il", "um", "ow"];
    private static readonly string[] Endings = ["ton", "ham", "ley", "by", "ford", "wick", "don", "field", "wood", "mere", "bury", "stead", "worth", "combe", "dale", "gate", "well", "bridge", "minster", "hurst", "cliffe", "holme", "thorpe", "shaw", "side", "moor", "croft", "hope", "stone", "brook", "fold", "bank", "more", "sey", "ness", "port", "mouth", "lea", "low", "over", "pool", "rigg", "scar", "sike", "thwaite", "toft", "wade", "wath", "wyke", "yard"];
    private static readonly string[] Second = ["Community", "Youth", "Family", "Carers", "Neighbours", "Disability", "Elders", "Women's", "Refugee", "Arts", "Sports", "Advice", "Housing", "Food", "Garden", "Music", "Village Hall", "Parochial Church", "Pre-School", "Scout", "Almshouse", "Relief in Need", "Educational", "Cricket", "Heritage", "Animal Rescue", "Memorial Hall", "School Parents", "Welfare", "Hospice"];
    private static readonly string[] Third = ["Trust", "Association", "Project", "Centre", "Group", "Link", "Fund", "Network", "Society", "Club", "Charity", "Foundation", "Council", "Committee", "Friends"];

    // The first are the commonest.
    private static readonly string[] Does =
    [
        "grants to local schools", "upkeep of the village hall", "the advancement of religion", "after-school clubs", "education of children in the parish", "a playgroup", "music and concerts", "sport for children", "relief of poverty", "support for families",
        "a youth club three nights a week", "activities for young people", "help for people in need", "a lunch club", "community events", "scholarships", "arts workshops", "support for carers", "care of a nature reserve", "scouting",
        "a food bank", "counselling for families", "sport for disabled people", "befriending for older people", "housing for people in need", "training for volunteers", "a community café", "a day centre for older people", "mentoring of young people", "lessons in English for refugees",
        "debt advice and money management", "mental health support groups", "help into work", "a minibus and a car scheme", "a hospice", "bereavement support", "advice on welfare benefits", "a refuge for women fleeing domestic abuse", "supported accommodation for homeless people", "help for people with drug and alcohol problems",
        "short breaks for disabled children", "advocacy for people with learning disabilities", "a community garden", "support for people with dementia", "visits to prisoners and their families", "a helpline", "support for veterans", "a telephone service for lonely people", "help for asylum seekers", "riding for disabled people",
    ];

    private static readonly string[] Closing =
    [
        "Our volunteers give people company and practical help.", "We work with schools, surgeries and other groups nearby.", "Everybody is welcome & nobody pays more than £{0}.", "We also hire rooms to other organisations.", "The trustees meet four times a year to consider applications.",
        "Most of our income comes from donations and events.", "We were founded after the war and still use our first building.", "Members pay £{0} a year.", "We employ two part-time workers.", "The charity makes grants to individuals and organisations.", "We hold a fair every summer and a concert at Christmas.", "Referrals come from social workers and general practitioners.",
    ];

    private static readonly string[] What = ["General Charitable Purposes", "Education/training", "The Advancement Of Health Or Saving Of Lives", "Disability", "The Prevention Or Relief Of Poverty", "Accommodation/housing", "Religious Activities", "Arts/culture/heritage/science", "Amateur Sport", "Recreation"];
    private static readonly string[] Who = ["Children/young People", "Elderly/old People", "People With Disabilities", "People Of A Particular Ethnic Or Racial Origin", "The General Public/mankind"];
    private static readonly string[] How = ["Makes Grants To Individuals", "Provides Buildings/facilities/open Space", "Provides Services", "Provides Advocacy/advice/information"];
    private static readonly string[] Policies = ["Safeguarding vulnerable beneficiaries", "Complaints handling", "Conflicts of interest", "Volunteer management", "Paying staff", "Risk management", "Internal charity financial controls policy and procedures"];
    private static readonly (string Name, string[] Outwards)[] Councils =
        [.. PlaceList.Authored.Places.Where(p => p is { Kind: PlaceKind.Council, IsFormer: false } && !p.Postcodes.IsEmpty).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p.Name, OutwardsOf(p)))];

    private readonly Random random = new(seed);

    /// <summary>Writes the tables into a folder.</summary>
    public void Write(string folder)
    {
        // A part of the rows are charities of the past and parts of others, as in the register.
        var all = charities + charities / 5;
        Table(folder, "charity", all, Charity);
        Table(folder, "charity_classification", all * 6L, Classification);
        Table(folder, "charity_area_of_operation", all * 2L, (w, i) => { Key(w, (int)(i / 2)); w.WriteString("geographic_area_type", "Local Authority"); w.WriteString("geographic_area_description", CouncilOf((int)(i / 2)).Name); });
        Table(folder, "charity_policy", all * 4L, (w, i) => { Key(w, (int)(i / 4)); w.WriteString("policy_name", Policies[(i * 3 + i / 4) % Policies.Length]); });
        Table(folder, "charity_other_names", all / 3L, (w, i) => { Key(w, (int)i * 3); w.WriteNumber("charity_name_id", i); w.WriteString("charity_name_type", "Working Name"); w.WriteString("charity_name", $"{MadeUpWord()} {Any(Third)}"); });
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
        w.WriteString("charity_name", $"{MadeUpWord()} {Any(Second)} {Any(Third)}".ToUpperInvariant());
        w.WriteString("charity_type", i % 3 == 0 ? "CIO" : i % 3 == 1 ? "Charitable company" : "Other");
        w.WriteString("charity_registration_status", isPart && i % 2 == 0 ? "Removed" : "Registered");
        w.WriteString("date_of_registration", "1998-04-06T00:00:00");
        w.WriteNull("date_of_removal");
        w.WriteString("charity_reporting_status", i % 20 == 0 ? "Submission Overdue" : "Submission Received");
        w.WriteString("latest_acc_fin_period_start_date", "2024-04-01T00:00:00");
        w.WriteString("latest_acc_fin_period_end_date", "2025-03-31T00:00:00");
        w.WriteNumber("latest_income", (decimal)income);
        w.WriteNumber("latest_expenditure", (decimal)(income * 9L / 10));
        for (var line = 1; line <= 5; line++) w.WriteString($"charity_contact_address{line}", line < 4 ? $"{line} {MadeUpWord()} Street" : null);
        w.WriteString("charity_contact_postcode", $"{Any(CouncilOf((int)i).Outwards)} {random.Next(1, 10).ToString(CultureInfo.InvariantCulture)}{"ABDEFGHJLN"[random.Next(10)]}{"PQRSTUWXYZ"[random.Next(10)]}");
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
        var closing = string.Join(' ', Enumerable.Range(0, 3).Select(_ => Any(Closing))).Replace("{0}", random.Next(9).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        w.WriteString("charity_activities", $"We run {Often(Does)}, {Often(Does)} and {Often(Does)} in and around {MadeUpWord()}, {CouncilOf((int)i).Name}. {closing}");
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

    // The first ones oftener than the last: a third of the picks are of the first ninth.
    private string Often(string[] texts) => texts[(int)(texts.Length * Math.Pow(random.NextDouble(), 2))];

    // The same for all tables of one charity.
    private static (string Name, string[] Outwards) CouncilOf(int i) => Councils[(int)((uint)i * 2654435761u % (uint)Councils.Length)];

    private string MadeUpWord()
    {
        var number = (int)(MadeUpWords * Math.Pow(random.NextDouble(), 2));
        var word = Beginnings[number % Beginnings.Length] + Middles[number / Beginnings.Length % Middles.Length] + Endings[number / Beginnings.Length / Middles.Length];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    // "CH41-49 CH60-63" is CH41, CH42 and so on; a whole area is taken to have twenty.
    private static string[] OutwardsOf(Place place) =>
    [
        .. from part in place.Postcodes.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
           let area = new string([.. part.TakeWhile(char.IsAsciiLetterUpper)])
           let ends = part[area.Length..].Length == 0 ? ["1", "20"] : part[area.Length..].Split('-')
           let first = int.Parse(ends[0].TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture)
           let last = int.Parse(ends[^1].TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture)
           from district in Enumerable.Range(first, last - first + 1)
           select area + district.ToString(CultureInfo.InvariantCulture),
    ];
}
