using CommissioningBot.Knowledge.Procurement;

namespace CommissioningBot.Knowledge.Questions.Entries;

internal static class ThresholdFile
{
    private sealed class Fields
    {
        public string? Id { get; set; }
        public string? What { get; set; }
        public decimal? Pounds { get; set; }
        public string? Vat { get; set; }
        public string? ValidFrom { get; set; }
        public string? ValidTo { get; set; }
        public string? Source { get; set; }
        public string? Section { get; set; }
    }

    public static Thresholds Read(string file, string yaml, IReadOnlyDictionary<string, Source> sources)
    {
        var all = new List<Threshold>();
        foreach (var f in Yaml.Read<List<Fields>>(file, yaml))
        {
            var place = $"{file}, {f.Id}";
            if (f.Id is null || f.What is null || f.Source is null || f.Section is null) throw new ContentException(place, "id, what, source or section is missing");
            if (!sources.ContainsKey(f.Source)) throw new ContentException(place, $"source {f.Source} is not in sources.yaml");
            var from = Yaml.Date(place, "valid_from", f.ValidFrom) ?? throw new ContentException(place, "valid_from is missing");
            var pounds = f.Pounds ?? throw new ContentException(place, "pounds is missing");
            var threshold = new Threshold(f.Id, f.What, pounds, VatOf(place, f.Vat), from, Yaml.Date(place, "valid_to", f.ValidTo), f.Source, f.Section);
            if (all.Any(t => t.Id == f.Id && (t.HoldsOn(from) || threshold.HoldsOn(t.ValidFrom)))) throw new ContentException(place, "two amounts hold on one day");
            all.Add(threshold);
        }
        return new Thresholds(all);
    }

    private static bool? VatOf(string place, string? text) => text switch
    {
        "included" => true,
        "excluded" => false,
        "none" => null,
        _ => throw new ContentException(place, $"vat is \"{text}\", not included, excluded or none"),
    };
}
