using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>What every knowledge store does, whatever database is behind it.</summary>
public abstract class KnowledgeStoreSpecification
{
    protected static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    protected abstract IKnowledgeStore Store { get; }

    private static ImportSource Source(string digest = "aa", string dataSet = "list", bool sample = false) => new("providers", dataSet, "CC BY 4.0", digest, sample);

    private static Provider Provider(string id, string name = "Fernlea Lunch Club", bool sample = false, params ProviderText[] texts) => new()
    {
        Id = id, Name = name, Locality = "Bolton", Outward = "BL3", Postcode = "BL3 5JH", Website = "http://example.org/", LegalForm = "CIO", IncomeBand = "Under £10k",
        DataSet = "list", Licence = "CC BY 4.0", LastSeen = new DateOnly(2026, 11, 20), Sample = sample, Texts = texts,
    };

    private static ImportedRow Row(Provider provider) => new(provider, null);

    private static ProviderText Text(string reference, string text, int year) => new(reference, text, "grant from a fund", new DateOnly(year, 3, 4), 12345.67m);

    [Fact]
    public void An_empty_store_has_version_nought_and_nothing_in_it()
    {
        Assert.Equal(0, Store.DataVersion);
        Assert.Empty(Store.Providers());
        Assert.Empty(Store.Imports());
        Assert.Null(Store.FindProvider("GB-CHC-1"));
    }

    [Fact]
    public void A_provider_comes_back_as_it_was_given()
    {
        var given = Provider("GB-CHC-1", texts: [Text("g1", "Lunch for older people", 2013)]);
        Store.Import(Source(), [Row(given)], Now);
        var found = Store.FindProvider("GB-CHC-1");
        Assert.Equal(given with { Texts = [] }, found! with { Texts = [] });
        Assert.Equal(given.Texts, found.Texts);
    }

    [Fact]
    public void Providers_come_in_the_order_of_identifiers_with_their_own_texts_newest_first()
    {
        Store.Import(Source(), [
            Row(Provider("GB-CHC-2", texts: [Text("b", "older", 2011), Text("c", "newer", 2014)])),
            Row(Provider("GB-CHC-1", texts: [Text("a", "one", 2012)])),
        ], Now);
        Assert.Equal(["GB-CHC-1: one", "GB-CHC-2: newer older"], Store.Providers().Select(p => $"{p.Id}: {string.Join(' ', p.Texts.Select(t => t.Text))}"));
    }

    [Fact]
    public void Some_providers_are_read_in_the_order_that_is_asked_for_with_their_texts_as_all_are()
    {
        Store.Import(Source(), [
            .. Enumerable.Range(1, 4).Select(n => Row(Provider($"GB-CHC-{n}", texts: [Text("a", "older", 2011), Text("b", "newer", 2014), Text("c", "no day", 2013) with { Date = null }, Text("d", "as new", 2014)]))),
        ], Now);
        var some = Store.Providers(["GB-CHC-3", "GB-CHC-9", "GB-CHC-1"]);
        Assert.Equal(["GB-CHC-3", "GB-CHC-1"], some.Select(p => p.Id));
        Assert.Equal(["newer", "as new", "older", "no day"], some[1].Texts.Select(t => t.Text));
        Assert.Equal(Store.Providers().First().Texts, some[1].Texts);
        Assert.Empty(Store.Providers([]));
    }

    [Fact]
    public void The_towns_of_addresses_come_in_the_order_of_the_providers()
    {
        Store.Import(Source(), [Row(Provider("GB-CHC-2") with { Locality = "Bury", Outward = "BL9" }), Row(Provider("GB-CHC-1") with { Locality = "Bolton", Outward = "BL1" }), Row(Provider("GB-CHC-3") with { Locality = null, Outward = "BL1" })], Now);
        Assert.Equal([("Bolton", "BL1"), ("Bury", "BL9")], Store.Localities());
    }

    [Fact]
    public void Rows_about_one_provider_are_put_together()
    {
        var record = Store.Import(Source(), [Row(Provider("GB-CHC-1", texts: [Text("a", "one", 2012)])), Row(Provider("GB-CHC-1", texts: [Text("b", "two", 2013)]))], Now);
        Assert.Equal(2, Assert.Single(Store.Providers()).Texts.Count);
        Assert.Equal((2, 1), (record.Rows, record.Named));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var first = Store.Import(Source("aa"), [Row(Provider("GB-CHC-1"))], Now);
        var again = Store.Import(Source("aa"), UnreadRows(), Now.AddDays(1));
        Assert.Equal(first, again);
        Assert.Equal(first.Version, Store.DataVersion);
        Assert.Single(Store.Imports());
    }

    [Fact]
    public void A_newer_file_updates_and_is_silent_on_what_it_does_not_say()
    {
        Store.Import(Source("aa"), [Row(Provider("GB-CHC-1", texts: [Text("a", "old words", 2012)]))], Now);
        var second = Store.Import(Source("bb"), [Row(Provider("GB-CHC-1", "New Name", texts: [Text("a", "new words", 2013)]) with { Locality = null, Website = "http://new.example/" })], Now);
        var provider = Store.FindProvider("GB-CHC-1")!;
        Assert.Equal(("New Name", "Bolton", "http://new.example/", "new words"), (provider.Name, provider.Locality, provider.Website, Assert.Single(provider.Texts).Text));
        Assert.Equal(second.Version, Store.DataVersion);
    }

    [Fact]
    public void An_import_that_fails_half_way_leaves_no_trace()
    {
        Store.Import(Source("aa"), [Row(Provider("GB-CHC-1", sample: true))], Now);
        var before = Store.DataVersion;
        Assert.Throws<InvalidDataException>(() => Store.Import(Source("bb"), RowsThatBreakOff(), Now));
        Assert.Equal(before, Store.DataVersion);
        Assert.Equal(["GB-CHC-1"], Store.Providers().Select(p => p.Id));
        Store.Import(Source("bb"), [Row(Provider("GB-CHC-2"))], Now);
        Assert.Equal(before + 1, Store.DataVersion);
    }

    [Fact]
    public void What_was_refused_is_kept_with_its_place_and_reason()
    {
        var refused = new Refusal("line 3", "It has no name.", WholeRow: true);
        var value = new Refusal("line 4", "The postcode cannot be read.", WholeRow: false);
        var record = Store.Import(Source(), [new(null, refused), new(Provider("GB-CHC-1"), value)], Now);
        Assert.Equal((2, 1), (record.Rows, record.Refused));
        Assert.Equal([refused, value], Store.RefusalsOf(record.Version));
        Assert.Equal(record, Assert.Single(Store.Imports()));
    }

    [Fact]
    public void Sample_providers_go_when_real_ones_come()
    {
        Store.Import(Source("aa", "sample", sample: true), [Row(Provider("own-1", sample: true, texts: [Text("a", "made up", 2012)]))], Now);
        Assert.True(Assert.Single(Store.Providers()).Sample);
        Store.Import(Source("bb"), [Row(Provider("GB-CHC-1"))], Now);
        Assert.Equal(["GB-CHC-1"], Store.Providers().Select(p => p.Id));
    }

    [Fact]
    public void Names_that_look_like_commands_are_only_names()
    {
        Store.Import(Source(), [Row(Provider("GB-CHC-1", "Robert'); DROP TABLE provider;--"))], Now);
        Assert.Equal("Robert'); DROP TABLE provider;--", Store.FindProvider("GB-CHC-1")!.Name);
        Assert.Null(Store.FindProvider("' OR 1=1 --"));
    }

    [Fact]
    public void Reading_goes_on_while_an_import_is_under_way()
    {
        Store.Import(Source("aa"), [Row(Provider("GB-CHC-1"))], Now);
        Store.Import(Source("bb"), ReadWhileImporting(), Now);
        Assert.Equal(2, Store.Providers().Count());
    }

    [Fact]
    public void The_index_answers_from_the_old_data_until_it_is_refreshed()
    {
        Store.Import(Source("aa"), [Row(Provider("GB-CHC-1"))], Now);
        var current = new CurrentProviders(Store);
        var before = current.Index;
        Store.Import(Source("bb"), [Row(Provider("GB-CHC-2"))], Now);
        Assert.Same(before, current.Index);
        Assert.Equal((2, 2), ((int)current.Refresh().DataVersion, current.Index.Count));
        Assert.Same(current.Index, current.Refresh());
    }

    private IEnumerable<ImportedRow> ReadWhileImporting()
    {
        yield return Row(Provider("GB-CHC-2"));
        Assert.Equal(["GB-CHC-1"], Store.Providers().Select(p => p.Id));
        Assert.Equal(1, Store.DataVersion);
    }

    private static IEnumerable<ImportedRow> RowsThatBreakOff()
    {
        yield return Row(Provider("GB-CHC-9"));
        throw new InvalidDataException("cut off");
    }

    private static IEnumerable<ImportedRow> UnreadRows()
    {
        Assert.Fail("The rows of a known file are not read again.");
        yield break;
    }
}
