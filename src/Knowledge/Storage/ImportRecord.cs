using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Questions.Documents;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>What an import reads from.</summary>
/// <param name="Format">Such as <c>360giving</c> or <c>providers</c>.</param>
/// <param name="DataSet">The data set as a reader would name it.</param>
/// <param name="Licence">Its licence, or "not stated".</param>
/// <param name="Digest">SHA-256 of the file's bytes, in lower-case hexadecimal.</param>
/// <param name="Sample">True if what it holds is made up.</param>
/// <param name="Complete">True if the file is the whole data set, so that what is not in it has gone from there.</param>
/// <param name="Authority">Whose name and address stand: those of the higher one, or of the later one among equals. A register has 3, a list that is kept up 2, others 1.</param>
public sealed record ImportSource(string Format, string DataSet, string Licence, string Digest, bool Sample = false, bool Complete = true, int Authority = 1);

/// <summary>Something that an import did not take over.</summary>
/// <param name="Place">Where in the file: a line or a row.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="WholeRow">False if only one value of the row was left out and the rest was kept.</param>
public sealed record Refusal(string Place, string Reason, bool WholeRow);

/// <summary>One row of a file: what it says about a provider, or why it was refused, or both if only one value was left out.</summary>
/// <param name="Facts">What it says of the provider besides.</param>
/// <param name="Opportunity">What it says of something to bid for.</param>
public sealed record ImportedRow(Provider? Provider, Refusal? Refusal, ProviderFacts? Facts = null, Opportunity? Opportunity = null);

/// <summary>One row of a directory: where a postcode or an outward code is, or why the row was refused, or both if only its council was left out.</summary>
/// <param name="Ended">True if letters no longer carry the postcode; addresses of past years still do.</param>
public sealed record ImportedPlace(PostcodeLocation? Location, bool Ended, Refusal? Refusal);

/// <summary>One file of an import of documents: what it holds, or why it was refused.</summary>
/// <param name="File">Its path inside what is imported.</param>
public sealed record ImportedDocument(string File, LocalDocument? Document, Refusal? Refusal);

/// <summary>A committed import.</summary>
/// <param name="Version">The data version that it raised the store to.</param>
/// <param name="At">When it was committed (UTC).</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Named">Different providers that the rows named; of a directory, the postcodes taken over; of documents, the documents.</param>
/// <param name="Refused">Rows refused whole.</param>
public sealed record ImportRecord(long Version, ImportSource Source, DateTimeOffset At, int Rows, int Named, int Refused)
{
    /// <summary>Providers and opportunities that were in the data set before and are not in it any more.</summary>
    public int Gone { get; init; }

    /// <summary>Providers that an identifier showed to be one that was known under another.</summary>
    public int Joined { get; init; }

    /// <summary>New pairs that may be one organisation, for a person to judge.</summary>
    public int Proposed { get; init; }

    /// <summary>Different opportunities that the rows told of.</summary>
    public int Opportunities { get; init; }
}
