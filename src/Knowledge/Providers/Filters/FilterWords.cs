using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>One size, legal form, quality mark, policy or kind of leader.</summary>
/// <param name="Says">How people ask for it.</param>
/// <param name="Stated">How lists state it.</param>
/// <param name="Includes">Forms that are this one too.</param>
/// <param name="MayBe">Forms that leave open whether they are this one.</param>
internal sealed record FilterWord(
    string Id, string Name, IReadOnlyList<string> Says, Regex Stated, decimal? Least, decimal? Most, IReadOnlyList<string> Includes, IReadOnlyList<string> MayBe);

/// <summary>By what a search may be narrowed and how that is put, from Content/providers/filters.yaml.</summary>
internal sealed class FilterWords
{
    private static readonly Lazy<FilterWords> Loaded = new(() => new FilterWords());

    private readonly Dictionary<FilterKind, IReadOnlyList<FilterWord>> all;

    private FilterWords()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var file = yaml.Deserialize<FilterFile>(AuthoredContent.Text("providers/filters.yaml"));
        SizeSource = (file.SizeSource["name"], file.SizeSource["url"]);
        all = new()
        {
            [FilterKind.Size] = Words(file.Sizes),
            [FilterKind.LegalForm] = Words(file.LegalForms),
            [FilterKind.QualityMark] = Words(file.QualityMarks),
            [FilterKind.Policy] = Words(file.Policies),
            [FilterKind.LedBy] = Words(file.LedBy),
        };
    }

    public static FilterWords Authored => Loaded.Value;

    /// <summary>Who drew the bands of size, and where they are explained.</summary>
    public (string Name, string Url) SizeSource { get; }

    public IReadOnlyList<FilterWord> this[FilterKind kind] => all.GetValueOrDefault(kind, []);

    public FilterWord? Find(FilterKind kind, string id) => this[kind].FirstOrDefault(w => w.Id == id);

    /// <summary>Whose phrase that is, blanks and hyphens being one.</summary>
    public FilterWord? Said(FilterKind kind, string phrase)
    {
        var key = Key(phrase);
        return this[kind].FirstOrDefault(w => w.Says.Any(s => Key(s) == key));
    }

    /// <summary>A pattern of every phrase of that kind, the longest first.</summary>
    public string Pattern(FilterKind kind) => Alternatives(this[kind].SelectMany(w => w.Says));

    /// <summary>The form that a list states; null if it is none that is known. The longest phrase decides: "charitable trust" before "trust".</summary>
    public FilterWord? Form(string stated) =>
        this[FilterKind.LegalForm].Select(w => (Word: w, w.Stated.Match(stated).Length)).Where(m => m.Length > 0).OrderByDescending(m => m.Length).FirstOrDefault().Word;

    private static string Key(string phrase) => phrase.Replace('-', ' ').ToLowerInvariant();

    private static string Alternatives(IEnumerable<string> phrases) =>
        "(?:" + string.Join('|', phrases.OrderByDescending(p => p.Length).Select(p => string.Join(@"[\s-]+", p.Split(' ').Select(Regex.Escape)))) + ")";

    private static FilterWord[] Words(List<WordRow> rows) =>
    [
        .. rows.Select(r => new FilterWord(
            r.Id, r.Name, r.Says, new Regex($@"\b{Alternatives(r.Stated.Count > 0 ? r.Stated : r.Says)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), r.Least, r.Most, r.Includes, r.MayBe)),
    ];

    private sealed class FilterFile
    {
        public Dictionary<string, string> SizeSource { get; set; } = [];
        public List<WordRow> Sizes { get; set; } = [];
        public List<WordRow> LegalForms { get; set; } = [];
        public List<WordRow> QualityMarks { get; set; } = [];
        public List<WordRow> Policies { get; set; } = [];
        public List<WordRow> LedBy { get; set; } = [];
    }

    private sealed class WordRow
    {
        public string Id { get; set; } = "";
        public string Name { get; set; } = "";
        public decimal? Least { get; set; }
        public decimal? Most { get; set; }
        public List<string> Says { get; set; } = [];
        public List<string> Stated { get; set; } = [];
        public List<string> Includes { get; set; } = [];
        public List<string> MayBe { get; set; } = [];
    }
}
