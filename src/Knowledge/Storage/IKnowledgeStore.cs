using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Questions.Documents;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>Imported public facts. All of it can be rebuilt from the files that were imported; nobody's own words are in it.</summary>
public interface IKnowledgeStore
{
    /// <summary>Rises with every committed import and every decision on a proposed pair; 0 for an empty store.</summary>
    long DataVersion { get; }

    /// <summary>Every provider in the order of identifiers, read as it is asked for, all from one data version.</summary>
    IEnumerable<Provider> Providers();

    /// <summary>The providers with these first identifiers in their order, without those that are not there; all from one data version.</summary>
    IReadOnlyList<Provider> Providers(IReadOnlyList<string> ids);

    /// <summary>The town and the outward code of each provider that has both, in the order of identifiers.</summary>
    IEnumerable<(string Locality, string Outward)> Localities();

    /// <summary>The provider with that identifier, be it its first or a further one; null if there is none.</summary>
    Provider? FindProvider(string id);

    /// <summary>What each data set says of a provider, the newest first; empty if nobody knows it.</summary>
    IReadOnlyList<ProviderSource> SourcesOf(string id);

    /// <summary>What the data sets say of providers besides name, place and words, of those of whom any says more; in no order.</summary>
    IEnumerable<SaidOfProvider> Said();

    /// <summary>Further identifiers and the first identifier of whom they belong to.</summary>
    IReadOnlyDictionary<string, string> Identifiers();

    /// <summary>Pairs that may be one organisation and on which nobody has decided yet, in the order of identifiers.</summary>
    IReadOnlyList<ProviderProposal> Proposals();

    /// <summary>The newest decision on each pair that a person has judged, in the order of identifiers.</summary>
    IReadOnlyList<JudgedJoin> JudgedJoins();

    /// <summary>Takes down a person's decision on a pair that an import has proposed. The same decision again changes nothing.</summary>
    /// <returns>The decision that stands now, which is the earlier one if nothing was changed; null if there is nothing to decide on or to undo.</returns>
    JudgedJoin? Judge(JudgedJoin judgement);

    /// <summary>Every opportunity in the order of identifiers, past ones too.</summary>
    IReadOnlyList<Opportunity> Opportunities();

    /// <summary>Every outward code that an imported directory places.</summary>
    IReadOnlyList<PostcodeLocation> Outwards();

    /// <summary>Every local document in the order of identifiers, but those that a later import of their data set no longer had.</summary>
    IReadOnlyList<LocalDocument> Documents();

    /// <summary>Committed imports, newest first.</summary>
    IReadOnlyList<ImportRecord> Imports();

    /// <summary>What an import did not take over, in the order of the file.</summary>
    IReadOnlyList<Refusal> RefusalsOf(long version);

    /// <summary>
    /// Takes over all rows, or none if reading them throws. A provider that is known is updated: what the rows say replaces what was said, what they
    /// are silent on stays, and texts are told apart by their reference. Sample providers go with the first import that is none.
    /// </summary>
    /// <param name="source">What the rows are from. If the newest import of that data set had the same digest, or any if the file is only a part of it, nothing is read or changed.</param>
    /// <param name="at">Now (UTC).</param>
    /// <returns>The committed import; the earlier one, if nothing was changed.</returns>
    ImportRecord Import(ImportSource source, IEnumerable<ImportedRow> rows, DateTimeOffset at);

    /// <summary>
    /// Takes over a directory of postcodes or outward codes, or nothing if reading it throws. What was imported before and is not in it stays.
    /// </summary>
    /// <param name="source">As for providers.</param>
    /// <param name="at">Now (UTC).</param>
    ImportRecord ImportPlaces(ImportSource source, IEnumerable<ImportedPlace> rows, DateTimeOffset at);

    /// <summary>
    /// Takes over documents, or nothing if reading them throws. A document of the data set whose file is not among the rows any more is marked as gone;
    /// one whose file is refused this time stays as it was.
    /// </summary>
    /// <param name="source">As for providers.</param>
    /// <param name="at">Now (UTC).</param>
    ImportRecord ImportDocuments(ImportSource source, IEnumerable<ImportedDocument> rows, DateTimeOffset at);
}
