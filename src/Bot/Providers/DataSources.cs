using System.Globalization;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers;

/// <summary>Says what data a search looked in: a line for each data set with its licence and the day of its import.</summary>
public static class DataSources
{
    public static IReadOnlyList<string> Of(IKnowledgeStore store) => [.. Searched(store).Select(i => Line(i.Source.DataSet, i.Source.Licence, i.At))];

    /// <summary>The newest import of each data set that a search looks in.</summary>
    public static IReadOnlyList<ImportRecord> Searched(IKnowledgeStore store)
    {
        var imports = store.Imports().Where(i => i.Named > 0 && i.Source.Format != ImportDocuments.Format).DistinctBy(i => i.Source.DataSet).ToList();
        // The sample goes when real data comes, but stays in the list of imports.
        return imports.Exists(i => !i.Source.Sample && i.Source.Format != ImportPlaces.Format) ? imports.FindAll(i => !i.Source.Sample) : imports;
    }

    /// <param name="at">When it was imported, UTC.</param>
    public static string Line(string dataSet, string licence, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{dataSet} (licence: {licence}; imported {at:d MMMM yyyy})");
}
