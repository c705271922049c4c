using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.Questions.Judging;

/// <summary>One question with what a right answer must show.</summary>
public sealed record EvaluationRow
{
    public required string Id { get; init; }

    /// <summary>group, commissioner, adviser or councillor.</summary>
    public string Persona { get; init; } = "group";

    public string Kind { get; init; } = "";

    public required string Question { get; init; }

    /// <summary>What is said first in the same conversation.</summary>
    public IReadOnlyList<string> Turns { get; init; } = [];

    /// <summary>answer, clarify, decline, chat or unsure.</summary>
    public required string Expect { get; init; }

    /// <summary>Of each group at least one must be in the reply.</summary>
    [JsonPropertyName("must_all")]
    public IReadOnlyList<IReadOnlyList<string>> MustAll { get; init; } = [];

    [JsonPropertyName("must_not")]
    public IReadOnlyList<string> MustNot { get; init; } = [];

    /// <summary>Ids of which one must be cited; "current-rules" is any rule of today.</summary>
    public IReadOnlyList<string> Source { get; init; } = [];

    /// <summary>What a question back must offer.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="JsonException">The line is no row; the message names what is wrong.</exception>
    public static EvaluationRow Parse(string line) => JsonSerializer.Deserialize<EvaluationRow>(line, Json) ?? throw new JsonException("The line is empty.");
}
