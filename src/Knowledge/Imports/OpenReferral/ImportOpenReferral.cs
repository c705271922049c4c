using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Imports.Json;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.OpenReferral;

/// <summary>
/// Imports services of a directory that speaks Open Referral UK 3.0: a page of <c>/services</c> or <c>/organizations</c>, a list of services, or one
/// service. A page is a part of the directory, so what is not on it has not gone.
/// </summary>
public sealed partial class ImportOpenReferral(IKnowledgeStore store)
{
    private const int LargestSingle = 16 * 1024 * 1024;
    private const string NotThis = "This is neither a page of Open Referral UK services (an object with a list called \"contents\"), nor a list of services, nor one service.";

    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules("open-referral", Complete: IsWhole(path), Authority: 2), store, options)
            .Run(path, (file, source) => Rows(file, source, DateOnly.FromDateTime(options.At.UtcDateTime), progress));

    private static IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, DateOnly today, IProgress<ImportProgress>? progress)
    {
        var translator = new ServiceTranslator(source, today);
        var number = 0;
        foreach (var json in Items(file))
        {
            number++;
            if (Read(json) is not { } service) yield return new ImportedRow(null, new Refusal(FormattableString.Invariant($"item {number}"), "It is not a service whose text can be read.", WholeRow: true));
            else foreach (var row in translator.Translate(service, number)) yield return row;
            if (number % 100 == 0) progress?.Report(new ImportProgress(number, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(number, file.Length, file.Length));
    }

    private static IEnumerable<JsonElement> Items(Stream file)
    {
        if (Single(file) is { } single)
        {
            using (single) yield return single.RootElement;
            yield break;
        }
        foreach (var item in new JsonList(file, ["contents", "services", "organizations", ""], NotThis).Read()) yield return item;
    }

    private static JsonDocument? Single(Stream file)
    {
        if (file.Length > LargestSingle) return null;
        try
        {
            var document = JsonDocument.Parse(file);
            if (document.RootElement.IsObject() && document.RootElement.Text("id") is not null && document.RootElement.Text("name") is not null) return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // The reader of lists says where it is broken.
        }
        file.Position = 0;
        return null;
    }

    private static RawService? Read(JsonElement json)
    {
        try
        {
            return json.IsObject() ? RawService.From(json) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // What a page says of itself stands before its contents.
    private static bool IsWhole(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2048];
        var text = Encoding.UTF8.GetString(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        return text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith('[') || First().IsMatch(text) && Last().IsMatch(text);
    }

    [GeneratedRegex("\"first_page\"\\s*:\\s*true")]
    private static partial Regex First();

    [GeneratedRegex("\"last_page\"\\s*:\\s*true")]
    private static partial Regex Last();
}
