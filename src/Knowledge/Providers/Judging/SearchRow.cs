using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.Providers.Judging;

/// <summary>One search with what was judged about it by reading, from a JSON Lines file.</summary>
public sealed record SearchRow
{
    public required string Id { get; init; }

    public required string Query { get; init; }

    public string Kind { get; init; } = "";

    /// <summary>results, empty or clarify.</summary>
    public required string Expect { get; init; }

    public IReadOnlyList<string> Relevant { get; init; } = [];

    /// <summary>Neither right nor wrong.</summary>
    public IReadOnlyList<string> Maybe { get; init; } = [];

    [JsonPropertyName("must_include")]
    public IReadOnlyList<string> MustInclude { get; init; } = [];

    [JsonPropertyName("must_not_include")]
    public IReadOnlyList<string> MustNotInclude { get; init; } = [];

    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Reads a file of rows; empty lines are passed over.</summary>
    /// <exception cref="FormatException">A line is no such row; the message says which.</exception>
    public static IEnumerable<SearchRow> Read(TextReader file)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        for (var line = 1; file.ReadLine() is { } text; line++)
        {
            if (text.Trim().Length == 0) continue;
            SearchRow? row;
            try
            {
                row = JsonSerializer.Deserialize<SearchRow>(text, options);
            }
            catch (JsonException problem)
            {
                throw new FormatException($"Line {line} is not a search row: {problem.Message}");
            }
            if (row is not null) yield return row;
        }
    }
}
