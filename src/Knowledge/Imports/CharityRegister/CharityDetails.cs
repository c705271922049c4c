namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>What the smaller tables say of one charity.</summary>
internal sealed class CharityDetail
{
    public List<string>? What { get; set; }
    public List<string>? Who { get; set; }
    public List<string>? How { get; set; }
    public List<string>? Areas { get; set; }
    public List<string>? Policies { get; set; }
    public List<string>? Names { get; set; }
    public decimal? Contracts { get; set; }
    public decimal? Grants { get; set; }
    public int? Volunteers { get; set; }
    public decimal? Reserves { get; set; }
    public int? Employees { get; set; }
}

/// <summary>The smaller tables of the extract, by organisation number. They are read whole before the charities, which then take theirs.</summary>
internal sealed class CharityDetails
{
    private const string Classification = "charity_classification";

    public static readonly string[] Tables =
    [
        Classification, "charity_area_of_operation", "charity_policy", "charity_other_names", "charity_annual_return_parta", "charity_annual_return_partb",
    ];

    private readonly Dictionary<int, CharityDetail> all = [];

    public CharityDetail? this[int organisation] => all.GetValueOrDefault(organisation);

    /// <exception cref="UnreadableFileException">A table is not what it should be.</exception>
    public static CharityDetails Read(ExtractTables tables, Action<long> progress)
    {
        var (classes, details) = (new CharityDetails(), new CharityDetails());
        // The classes are as much to read as all the others, so both are read at once if they lie apart.
        if (tables.LiesApart(Classification)) Task.WhenAll(Task.Run(() => classes.ReadClasses(tables, progress)), Task.Run(() => details.ReadOthers(tables, progress))).GetAwaiter().GetResult();
        else
        {
            classes.ReadClasses(tables, progress);
            details.ReadOthers(tables, progress);
        }
        foreach (var (organisation, detail) in classes.all)
        {
            if (!details.all.TryAdd(organisation, detail)) (details.all[organisation].What, details.all[organisation].Who, details.all[organisation].How) = (detail.What, detail.Who, detail.How);
        }
        return details;
    }

    private void ReadClasses(ExtractTables tables, Action<long> progress) =>
        Each(tables, Classification, progress, ["organisation_number", "classification_type", "classification_description"], (detail, row) =>
        {
            if (row.Shared(2) is not { } text) return;
            switch (row.Bytes(1))
            {
                case [(byte)'W', (byte)'h', (byte)'a', ..]: (detail.What ??= new(4)).Add(text); break;
                case [(byte)'W', (byte)'h', (byte)'o', ..]: (detail.Who ??= new(4)).Add(text); break;
                case [(byte)'H', ..]: (detail.How ??= new(4)).Add(text); break;
            }
        });

    private void ReadOthers(ExtractTables tables, Action<long> progress)
    {
        Each(tables, "charity_area_of_operation", progress, ["organisation_number", "geographic_area_description"], (detail, row) => Add(detail.Areas ??= new(4), row.Shared(1)));
        Each(tables, "charity_policy", progress, ["organisation_number", "policy_name"], (detail, row) => Add(detail.Policies ??= new(4), row.Shared(1)));
        Each(tables, "charity_other_names", progress, ["organisation_number", "charity_name"], (detail, row) => Add(detail.Names ??= new(1), ImportedText.WithoutContacts(row.Text(1))));
        Each(tables, "charity_annual_return_parta", progress, ["organisation_number", "latest_fin_period_submitted_ind", "income_from_government_contracts", "income_from_government_grants", "count_volunteers"], (detail, row) =>
        {
            if (row.IsTrue(1)) (detail.Contracts, detail.Grants, detail.Volunteers) = (row.Amount(2), row.Amount(3), row.Whole(4));
        });
        Each(tables, "charity_annual_return_partb", progress, ["organisation_number", "latest_fin_period_submitted_ind", "reserves", "count_employees"], (detail, row) =>
        {
            if (row.IsTrue(1)) (detail.Reserves, detail.Employees) = (row.Amount(2), row.Whole(3));
        });
    }

    private void Each(ExtractTables tables, string name, Action<long> progress, string[] columns, Action<CharityDetail, TableRow> take)
    {
        if (tables[name] is not { } table) return;
        var rows = new TableReader(table, columns, progress).Read<object>(row =>
        {
            if (row.Whole(0) is not { } organisation) return null;
            if (!all.TryGetValue(organisation, out var detail)) all[organisation] = detail = new CharityDetail();
            take(detail, row);
            return null;
        });
        foreach (var _ in rows) { }
    }

    private static void Add(List<string> list, string? text)
    {
        if (text is not null && !list.Contains(text)) list.Add(text);
    }
}
