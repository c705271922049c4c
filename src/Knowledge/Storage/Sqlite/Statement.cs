using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// A statement prepared once and run many times, with parameters by position (?1, ?2 ...). It speaks to SQLite without ADO.NET between: a
/// turn runs a dozen of them, and commands, parameters and readers cost more than the statements themselves.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Sql = sql;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement), database);
    }

    public string Sql { get; }

    /// <summary>Runs it and gives the number of rows it changed.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public int Run(params ReadOnlySpan<Bound> values)
    {
        Bind(values);
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The first row, read; or the default if there is none.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public T? First<T>(Func<Row, T> read, params ReadOnlySpan<Bound> values)
    {
        Bind(values);
        try
        {
            return Step() ? read(new Row(statement)) : default;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public List<T> All<T>(Func<Row, T> read, params ReadOnlySpan<Bound> values)
    {
        Bind(values);
        try
        {
            var rows = new List<T>();
            while (Step()) rows.Add(read(new Row(statement)));
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The row that it stands on.</summary>
    public Row Current => new(statement);

    public void Dispose() => statement.Dispose();

    /// <summary>Goes on to the next row, for whoever reads many; false after the last.</summary>
    /// <exception cref="SqliteException">SQLite could not do it.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    private void Bind(ReadOnlySpan<Bound> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var code = values[i] switch
            {
                { Text: { } text } => Bind(i + 1, text),
                { Utf8: { } utf8 } => raw.sqlite3_bind_text(statement, i + 1, utf8.Span),
                { Number: { } number } => raw.sqlite3_bind_int64(statement, i + 1, number),
                { Real: { } real } => raw.sqlite3_bind_double(statement, i + 1, real),
                _ => raw.sqlite3_bind_null(statement, i + 1),
            };
            if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
        }
    }

    private int Bind(int index, string text)
    {
        // A span of nothing has no address, and SQLite takes that for NULL.
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, index, "");
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            // SQLite takes a copy.
            return raw.sqlite3_bind_text(statement, index, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A value of a parameter: a text, a whole number or NULL.</summary>
    public readonly struct Bound
    {
        public string? Text { get; private init; }
        public ReadOnlyMemory<byte>? Utf8 { get; private init; }
        public long? Number { get; private init; }
        public double? Real { get; private init; }

        public static implicit operator Bound(string? text) => new() { Text = text };

        /// <summary>A text in UTF-8, which is not empty.</summary>
        public static implicit operator Bound(ReadOnlyMemory<byte>? utf8) => new() { Utf8 = utf8 };

        public static implicit operator Bound(long? number) => new() { Number = number };

        public static implicit operator Bound(long number) => new() { Number = number };

        public static implicit operator Bound(double real) => new() { Real = real };
    }

    /// <summary>The row that a statement stands on; not to be kept.</summary>
    public readonly struct Row(sqlite3_stmt statement)
    {
        public long Number(int column) => raw.sqlite3_column_int64(statement, column);

        public double Real(int column) => raw.sqlite3_column_double(statement, column);

        public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

        /// <summary>The bytes of a text; good until the statement goes on.</summary>
        public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

        public string? Optional(int column) => IsNull(column) ? null : Text(column);

        /// <summary>A day that is kept as in 2015-06-10.</summary>
        public DateOnly? Day(int column) => Utf8(column) is [var a, var b, var c, var d, (byte)'-', var e, var f, (byte)'-', var g, var h]
            ? new DateOnly((a - '0') * 1000 + (b - '0') * 100 + (c - '0') * 10 + d - '0', (e - '0') * 10 + f - '0', (g - '0') * 10 + h - '0') : null;

        /// <summary>Pounds that are kept as decimal text.</summary>
        public decimal? Amount(int column) => Utf8Parser.TryParse(Utf8(column), out decimal pounds, out _) ? pounds : null;

        public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));
    }
}
