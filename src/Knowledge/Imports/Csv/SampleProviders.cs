using System.Security.Cryptography;
using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>Some made-up providers, so that a new installation has something to show. The first import of real data removes them.</summary>
public static class SampleProviders
{
    public const string DataSet = "made-up sample list";

    /// <summary>Fills a store that no providers were ever imported into; leaves any other as it is.</summary>
    public static void Seed(IKnowledgeStore store, DateTimeOffset at)
    {
        if (store.Imports().Any(i => i.Named > 0 && i.Source.Format is not (Postcodes.ImportPlaces.Format or Documents.ImportDocuments.Format))) return;
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(AuthoredContent.Text("providers/sample.csv")));
        var source = new ImportSource("providers", DataSet, "made up for this product", Convert.ToHexStringLower(SHA256.HashData(file)), Sample: true);
        file.Position = 0;
        store.Import(source, ImportProviders.Rows(file, source, DateOnly.FromDateTime(at.UtcDateTime), null), at);
    }
}
