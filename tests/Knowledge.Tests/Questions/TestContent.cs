using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>A library of a few entries, made up for one test.</summary>
public static class TestContent
{
    public const string Sources = """
        - {id: a-paper, name: A paper, date: 2010, paper: true, licence: facts}
        - {id: a-law, name: A law, url: "https://www.legislation.gov.uk/ukpga/2000/1", licence: Open Government Licence v3.0}
        """;

    /// <summary>One entry as a file has it.</summary>
    public static string Entry(string id, string text, string fields = "", string currency = "in force") => $"""
        ---
        id: {id}
        title: About {id}
        currency: {currency}
        checked_on: 2026-01-10
        review_by: 2026-07-10
        confidence: A
        sources: ["a-law: section 5", a-paper]
        asks: [one {id}, two {id}, three {id}, four {id}, five {id}, six {id}]
        {fields}
        ---
        {text}

        """.ReplaceLineEndings("\n").Replace("\n\n---", "\n---", StringComparison.Ordinal);

    public static ContentLibrary Load(string entries, string thresholds = "[]") => ContentLibrary.Load(new Dictionary<string, string>
    {
        ["Content/sources.yaml"] = Sources,
        ["Content/thresholds.yaml"] = thresholds,
        ["Content/synonyms.yaml"] = "[]",
        ["Content/questions/everyday-words.txt"] = "",
        ["Content/questions/places.yaml"] = "{}",
        ["Content/questions/boundaries.yaml"] = "[]",
        ["Content/questions/languages.yaml"] = "[]",
        ["Content/entries/some/file.md"] = entries,
    });
}
