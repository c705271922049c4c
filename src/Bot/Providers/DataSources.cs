using System.Globalization;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers;

/// <summary>Says what data a search looked in: a line for each data set with its licence and the day of its import.</summary>
public static class DataSources
{
    public static IReadOnlyList<string> Of(IKnowledgeStore store)
    {
        var imports = store.Imports().Where(i => i.Named > 0 && i.Source.Format != ImportDocuments.Format).DistinctBy(i => i.Source.DataSet).ToList();
        // The sample goes when real data comes, but stays in the list of imports.
        var shown = imports.Any(i => !i.Source.Sample && i.Source.Format != ImportPlaces.Format) ? imports.Where(i => !i.Source.Sample) : imports;
        return [.. shown.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Source.DataSet} (licence: {i.Source.Licence}; imported {i.At:d MMMM yyyy})"))];
    }
}
