using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Tests.Questions;

/// <summary>A library of a few made-up entries; danger and small talk are met as in the real one.</summary>
public static class SmallLibrary
{
    private const string Amounts = """
        - {id: line, what: The line, pounds: 100, vat: none, valid_from: 2025-01-01, valid_to: 2026-12-31, source: a-law, section: s}
        - {id: line, what: The line, pounds: 200, vat: none, valid_from: 2027-01-01, source: a-law, section: s}
        """;

    public static string Entry(string id, string text, string fields = "", string currency = "in force") =>
        $"---\nid: {id}\ntitle: About {id}\ncurrency: {currency}\nchecked_on: 2026-11-20\nreview_by: 2027-05-20\nconfidence: A\nsources: [\"a-law: section 5\"]\n"
        + $"asks: [tell me of {id}, what of {id}, {id} where, {id} when, {id} how, {id} who]\n{fields}\n---\n{text}\n\n";

    public static ContentLibrary Library(params string[] entries) => ContentLibrary.Load(new Dictionary<string, string>
    {
        ["Content/sources.yaml"] = "- {id: a-law, name: A law, licence: Open Government Licence v3.0}",
        ["Content/thresholds.yaml"] = Amounts,
        ["Content/synonyms.yaml"] = "[]",
        ["Content/questions/everyday-words.txt"] = "hello",
        ["Content/questions/places.yaml"] = "{}",
        ["Content/questions/boundaries.yaml"] = AuthoredContent.Text("questions/boundaries.yaml"),
        ["Content/questions/languages.yaml"] = "[]",
        ["Content/entries/some/file.md"] = string.Concat(entries).Replace("\n\n---", "\n---", StringComparison.Ordinal),
    });
}
