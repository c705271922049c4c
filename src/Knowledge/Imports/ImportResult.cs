using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports;

/// <param name="At">Now (UTC).</param>
/// <param name="DryRun">True to read and check everything and change nothing.</param>
/// <param name="DataSet">The data set as a reader would name it; null to go by the file.</param>
/// <param name="Licence">The publisher's licence; null if nobody has checked it.</param>
public sealed record ImportOptions(DateTimeOffset At, bool DryRun = false, string? DataSet = null, string? Licence = null);

/// <summary>How far an import has come.</summary>
public readonly record struct ImportProgress(int Rows, long BytesRead, long BytesTotal);

public enum ImportOutcome
{
    /// <summary>Every row was taken over, or all of them had been before.</summary>
    Done,

    /// <summary>Some rows were refused; the others were taken over.</summary>
    DoneWithRefusals,

    /// <summary>Nothing was changed; the reason says why.</summary>
    NotDone,
}

/// <summary>How an import ended.</summary>
/// <param name="Reason">Why nothing was done; empty otherwise.</param>
/// <param name="Rows">Rows read, refused ones too.</param>
/// <param name="Named">Different providers that they name; of a directory, the postcodes taken over; of documents, the documents.</param>
/// <param name="Refusals">Every refused row and value with its place in the file and the reason.</param>
/// <param name="Record">The committed import; null after a dry run or if nothing was done.</param>
/// <param name="Unchanged">True if the same file had been imported before.</param>
public sealed record ImportResult(
    ImportOutcome Outcome, string Reason, int Rows, int Named, IReadOnlyList<Refusal> Refusals, ImportRecord? Record, bool Unchanged)
{
    /// <summary>Different opportunities that they tell of.</summary>
    public int Opportunities { get; init; }

    public static ImportResult NotDone(string reason) => new(ImportOutcome.NotDone, reason, 0, 0, [], null, false);
}

/// <summary>The file is not what it should be. The message says where and why, in words for whoever has the file.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);
