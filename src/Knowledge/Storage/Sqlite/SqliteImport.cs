using System.Buffers;
using System.Globalization;
using CommissioningBot.Knowledge.Providers;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Writes one import's rows inside the transaction that the store holds.</summary>
internal sealed class SqliteImport : IDisposable
{
    // Sources of higher authority name and place a provider; what they are silent on, any may say.
    private const string PutProvider =
        """
        INSERT INTO provider (id, name, locality, outward, postcode, website, legal_form, income_band, data_set, licence, last_seen, sample, authority)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (id) DO UPDATE SET
            name = CASE WHEN ?13 >= authority THEN ?2 ELSE name END,
            locality = CASE WHEN ?13 >= authority THEN COALESCE(?3, locality) ELSE COALESCE(locality, ?3) END,
            outward = CASE WHEN ?13 >= authority THEN COALESCE(?4, outward) ELSE COALESCE(outward, ?4) END,
            postcode = CASE WHEN ?13 >= authority THEN COALESCE(?5, postcode) ELSE COALESCE(postcode, ?5) END,
            website = CASE WHEN ?13 >= authority THEN COALESCE(?6, website) ELSE COALESCE(website, ?6) END,
            legal_form = CASE WHEN ?13 >= authority THEN COALESCE(?7, legal_form) ELSE COALESCE(legal_form, ?7) END,
            income_band = CASE WHEN ?13 >= authority THEN COALESCE(?8, income_band) ELSE COALESCE(income_band, ?8) END,
            data_set = CASE WHEN ?13 >= authority THEN ?9 ELSE data_set END,
            licence = CASE WHEN ?13 >= authority THEN ?10 ELSE licence END,
            last_seen = MAX(?11, last_seen), sample = ?12, authority = MAX(?13, authority), gone_since = NULL
        """;

    private const string PutText =
        "INSERT OR REPLACE INTO provider_text (provider, reference, text, source, date, amount, data_set, met) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    private const string PutSource =
        """
        INSERT INTO provider_source (provider, data_set, met, last_seen, facts) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (provider, data_set) DO UPDATE SET met = ?3, last_seen = MAX(?4, last_seen), facts = COALESCE(?5, facts), gone_since = NULL
        """;

    private readonly SqliteConnection writer;
    private readonly SqliteImportRecord record;
    private readonly ProviderJoins joins;
    private readonly OpportunityRows opportunities;
    private readonly Statement provider;
    private readonly Statement text;
    private readonly Statement source;
    private readonly ArrayBufferWriter<byte> json = new();
    private readonly HashSet<string> providers = new(StringComparer.Ordinal);

    public SqliteImport(SqliteConnection writer, SqliteImportRecord record)
    {
        (this.writer, this.record) = (writer, record);
        joins = new ProviderJoins(writer);
        opportunities = new OpportunityRows(writer, record);
        provider = new Statement(writer, PutProvider);
        text = new Statement(writer, PutText);
        source = new Statement(writer, PutSource);
    }

    private const string RemoveSample =
        """
        DELETE FROM provider_source WHERE provider IN (SELECT id FROM provider WHERE sample = 1);
        DELETE FROM provider_text WHERE provider IN (SELECT id FROM provider WHERE sample = 1);
        DELETE FROM provider WHERE sample = 1
        """;

    public ImportRecord Write(IEnumerable<ImportedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Provider is { } about) Put(about, row.Facts);
            if (row.Opportunity is { } opportunity) opportunities.Put(opportunity);
            record.Count(row.Provider is not null || row.Opportunity is not null, row.Refusal);
        }
        var gone = record.Source.Complete ? MarkGone() + opportunities.MarkGone() : 0;
        return record.End(providers.Count, gone, joins.Joined, joins.Propose(), opportunities.Count);
    }

    public void Dispose()
    {
        provider.Dispose();
        text.Dispose();
        source.Dispose();
        joins.Dispose();
        opportunities.Dispose();
    }

    private void Put(Provider about, ProviderFacts? facts)
    {
        if (providers.Count == 0 && !record.Source.Sample) writer.Execute(RemoveSample);
        var id = joins.IdFor(about.Id, facts?.Identifiers ?? []);
        providers.Add(id);
        var seen = KnowledgeRows.Text(about.LastSeen);
        provider.Run(
            id, about.Name, about.Locality, about.Outward, about.Postcode, about.Website, about.LegalForm, about.IncomeBand,
            about.DataSet, about.Licence, seen, about.Sample ? 1 : 0, record.Source.Authority);
        source.Run(id, record.DataSet, record.Version, seen, StoredFacts.Write(facts, json));
        foreach (var said in about.Texts)
        {
            text.Run(
                id, said.Reference, said.Text, said.Source, said.Date is { } date ? KnowledgeRows.Text(date) : null,
                said.Amount?.ToString(CultureInfo.InvariantCulture), record.DataSet, record.Version);
        }
        joins.Remember(id, about.Id, facts?.Identifiers ?? []);
    }

    // What the whole of a data set does not hold any more stays, and says so.
    private int MarkGone()
    {
        (string, object?)[] values = [("$set", record.DataSet), ("$version", record.Version), ("$day", record.Day)];
        using var texts = writer.Command("UPDATE provider_text SET gone_since = $day WHERE data_set = $set AND met < $version AND gone_since IS NULL", values);
        texts.ExecuteNonQuery();
        using var sources = writer.Command("UPDATE provider_source SET gone_since = $day WHERE data_set = $set AND met < $version AND gone_since IS NULL", values);
        var gone = sources.ExecuteNonQuery();
        if (gone == 0) return 0;
        using var all = writer.Command(
            """
            UPDATE provider SET gone_since = $day WHERE gone_since IS NULL AND NOT EXISTS (SELECT 1 FROM provider_source WHERE provider = id AND gone_since IS NULL)
            AND EXISTS (SELECT 1 FROM provider_source WHERE provider = id AND data_set = $set)
            """,
            ("$day", record.Day), ("$set", record.DataSet));
        all.ExecuteNonQuery();
        return gone;
    }
}
