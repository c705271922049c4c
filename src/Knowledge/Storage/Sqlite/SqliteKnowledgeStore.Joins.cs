using System.Globalization;
using CommissioningBot.Knowledge.Providers;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>What persons decide on proposed pairs.</summary>
public sealed partial class SqliteKnowledgeStore
{
    /// <summary>The newest version of the data, be it of an import or of a decision; 0 for an empty store.</summary>
    internal const string NewestVersion =
        "(SELECT MAX(newest) FROM (SELECT COALESCE(MAX(version), 0) AS newest FROM import UNION ALL SELECT COALESCE(MAX(version), 0) FROM join_judgement))";

    // By the identifiers that the two have today: one of them may have been found in a register since.
    private const string Judgements =
        """
        SELECT COALESCE((SELECT provider FROM provider_identifier WHERE id = one), one) AS first, COALESCE((SELECT provider FROM provider_identifier WHERE id = other), other) AS second,
            decision, why, by, at
        FROM join_judgement WHERE EXISTS (SELECT 1 FROM provider WHERE id = first) AND EXISTS (SELECT 1 FROM provider WHERE id = second) AND first <> second ORDER BY version
        """;

    public IReadOnlyList<JudgedJoin> JudgedJoins()
    {
        using var connection = Read();
        return Newest(connection);
    }

    public JudgedJoin? Judge(JudgedJoin judgement) => Write(writer =>
    {
        using var transaction = writer.BeginTransaction(deferred: false);
        var (one, other) = Pair(Owned(writer, judgement.One), Owned(writer, judgement.Other));
        var before = Newest(writer).Find(j => Pair(j.One, j.Other) == (one, other));
        var isProposed = Any(writer, "SELECT 1 FROM provider_proposal WHERE one = $one AND other = $other", ("$one", one), ("$other", other));
        if (before is null && (!isProposed || judgement.Decision == JoinDecision.Undone)) return null;
        if (before?.Decision == judgement.Decision) return before;
        using var insert = writer.Command(
            $"INSERT INTO join_judgement VALUES ({NewestVersion} + 1, $one, $other, $decision, $why, $by, $at)",
            ("$one", one), ("$other", other), ("$decision", judgement.Decision.ToString()), ("$why", judgement.Why), ("$by", judgement.By),
            ("$at", judgement.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)));
        insert.ExecuteNonQuery();
        transaction.Commit();
        return judgement with { One = one, Other = other };
    });

    private ConfirmedJoins Joins()
    {
        using var connection = Read();
        return new ConfirmedJoins(Newest(connection));
    }

    // The newest decision on each pair.
    private static List<JudgedJoin> Newest(SqliteConnection connection)
    {
        using var command = connection.Command(Judgements);
        using var row = command.ExecuteReader();
        var newest = new SortedDictionary<(string, string), JudgedJoin>();
        while (row.Read())
        {
            var pair = Pair(row.GetString(0), row.GetString(1));
            newest[pair] = new JudgedJoin(
                pair.One, pair.Other, Enum.Parse<JoinDecision>(row.GetString(2)), row.GetString(3), row.GetString(4), DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture));
        }
        return [.. newest.Values];
    }

    private static string Owned(SqliteConnection connection, string id)
    {
        using var command = connection.Command("SELECT provider FROM provider_identifier WHERE id = $id", ("$id", id));
        return command.ExecuteScalar() as string ?? id;
    }

    private static bool Any(SqliteConnection connection, string sql, params (string, object?)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is not null;
    }

    // As proposals keep them.
    private static (string One, string Other) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
