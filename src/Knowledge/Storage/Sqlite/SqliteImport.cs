using System.Globalization;
using CommissioningBot.Knowledge.Providers;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Writes one import's rows inside the transaction that the store holds.</summary>
internal sealed class SqliteImport(SqliteConnection writer, SqliteImportRecord record)
{
    private const string PutProvider =
        """
        INSERT INTO provider VALUES ($id, $name, $locality, $outward, $postcode, $website, $form, $income, $set, $licence, $seen, $sample)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, locality = COALESCE(excluded.locality, locality),
            outward = COALESCE(excluded.outward, outward), postcode = COALESCE(excluded.postcode, postcode), website = COALESCE(excluded.website, website),
            legal_form = COALESCE(excluded.legal_form, legal_form), income_band = COALESCE(excluded.income_band, income_band),
            data_set = excluded.data_set, licence = excluded.licence, last_seen = MAX(excluded.last_seen, last_seen), sample = excluded.sample
        """;

    private const string PutText = "INSERT OR REPLACE INTO provider_text VALUES ($provider, $reference, $text, $source, $date, $amount)";

    private readonly HashSet<string> providers = new(StringComparer.Ordinal);

    public ImportRecord Write(IEnumerable<ImportedRow> rows)
    {
        if (!record.Source.Sample) writer.Execute("DELETE FROM provider_text WHERE provider IN (SELECT id FROM provider WHERE sample = 1); DELETE FROM provider WHERE sample = 1");
        foreach (var row in rows)
        {
            if (row.Provider is { } provider) Put(provider);
            record.Count(row.Provider is not null, row.Refusal);
        }
        return record.End(providers.Count);
    }

    private void Put(Provider provider)
    {
        providers.Add(provider.Id);
        using var command = writer.Command(
            PutProvider,
            ("$id", provider.Id), ("$name", provider.Name), ("$locality", provider.Locality), ("$outward", provider.Outward), ("$postcode", provider.Postcode),
            ("$website", provider.Website), ("$form", provider.LegalForm), ("$income", provider.IncomeBand), ("$set", provider.DataSet),
            ("$licence", provider.Licence), ("$seen", KnowledgeRows.Text(provider.LastSeen)), ("$sample", provider.Sample));
        command.ExecuteNonQuery();
        foreach (var text in provider.Texts) Put(provider.Id, text);
    }

    private void Put(string provider, ProviderText text)
    {
        using var command = writer.Command(
            PutText,
            ("$provider", provider), ("$reference", text.Reference), ("$text", text.Text), ("$source", text.Source),
            ("$date", text.Date is { } date ? KnowledgeRows.Text(date) : null), ("$amount", text.Amount?.ToString(CultureInfo.InvariantCulture)));
        command.ExecuteNonQuery();
    }
}
