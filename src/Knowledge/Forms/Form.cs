using CommissioningBot.Knowledge.Content;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Forms;

/// <summary>What kind of answer a field takes.</summary>
public enum FieldKind { Text, Long, Money, Number, Percent, YesNo }

/// <summary>One thing that a form asks.</summary>
/// <param name="Label">What it is called on the page.</param>
/// <param name="Ask">The question.</param>
/// <param name="Help">One sentence on how to answer.</param>
/// <param name="Longest">How many characters are kept.</param>
/// <param name="Evidence">The items of the health check whose evidence goes with it.</param>
/// <param name="AboutDanger">An honest answer speaks of abuse and harm, so it is not taken for a call for help.</param>
/// <param name="Unless">A yes/no field that makes this one unnecessary when it was answered yes; null for none.</param>
public sealed record Field(string Id, string Label, string Ask, string Help, FieldKind Kind, int Longest, IReadOnlyList<string> Evidence, string? Unless, bool AboutDanger);

/// <summary>A short list of questions that is filled in once and taken away.</summary>
public sealed record Form(string Id, string Title, string Intro, IReadOnlyList<Field> Fields)
{
    public const string BidPack = "bid-pack";
    public const string FullCost = "full-cost";
    public const string Yes = "yes";

    private const int LongestUnlessSaid = 120;

    /// <summary>The forms that travel with the program, by their id.</summary>
    /// <exception cref="InvalidDataException">A form is half-made; the message names file and field.</exception>
    public static IReadOnlyDictionary<string, Form> LoadAll() =>
        AuthoredContent.Files("forms/").Select(f => Read(f.Key, f.Value)).ToDictionary(f => f.Id);

    public Field? Find(string id) => Fields.FirstOrDefault(f => f.Id == id);

    /// <summary>The fields that are asked of somebody with these answers.</summary>
    public IEnumerable<Field> Asked(IReadOnlyDictionary<string, string> answers) =>
        Fields.Where(f => f.Unless is null || answers.GetValueOrDefault(f.Unless) != Yes);

    /// <summary>The next field without an answer; null if all have one or were skipped.</summary>
    /// <param name="answers">By field; an empty one was skipped.</param>
    public Field? Next(IReadOnlyDictionary<string, string> answers) => Asked(answers).FirstOrDefault(f => !answers.ContainsKey(f.Id));

    internal static Form Read(string file, string text)
    {
        FormFile raw;
        try
        {
            raw = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<FormFile>(text);
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}, line {e.Start.Line}: {(e.InnerException ?? e).Message}", e);
        }
        var fields = (raw.Fields ?? []).ConvertAll(f => new Field(
            Needed(f.Id, "id"), Needed(f.Label, "label"), Needed(f.Ask, "ask"), Needed(f.Help, "help"),
            Enum.TryParse<FieldKind>(Needed(f.Kind, "kind").Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) ? kind : throw Wrong($"'{f.Kind}' is no kind"),
            f.Longest ?? LongestUnlessSaid, f.Evidence ?? [], f.Unless, f.AboutDanger));
        foreach (var twice in fields.GroupBy(f => f.Id).Where(g => g.Count() > 1)) throw Wrong($"{twice.Key} is there twice");
        foreach (var field in fields.Where(f => f.Unless is { } unless && fields.TrueForAll(o => o.Id != unless || o.Kind != FieldKind.YesNo))) throw Wrong($"{field.Id}: unless names no yes/no field");
        return new Form(Needed(raw.Id, "id"), Needed(raw.Title, "title"), Needed(raw.Intro, "intro"), fields);

        string Needed(string? value, string name) => string.IsNullOrWhiteSpace(value) ? throw Wrong($"{name} is missing") : value.Trim();
        InvalidDataException Wrong(string reason) => new($"{file}: {reason}.");
    }

    private sealed class FormFile
    {
        public string? Id { get; set; }

        public string? Title { get; set; }

        public string? Intro { get; set; }

        public List<FieldEntry>? Fields { get; set; }
    }

    private sealed class FieldEntry
    {
        public string? Id { get; set; }

        public string? Label { get; set; }

        public string? Ask { get; set; }

        public string? Help { get; set; }

        public string? Kind { get; set; }

        public int? Longest { get; set; }

        public List<string>? Evidence { get; set; }

        public string? Unless { get; set; }

        public bool AboutDanger { get; set; }
    }
}
