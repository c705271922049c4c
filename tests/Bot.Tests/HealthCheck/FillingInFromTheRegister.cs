using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Tests.HealthCheck;

/// <summary>What the import of the charity register brings is what the health check offers to take over.</summary>
public sealed class FillingInFromTheRegister : IDisposable
{
    private const string Charities =
        """
        [{"organisation_number":1,"registered_charity_number":1100001,"linked_charity_number":0,"charity_name":"Quillmarsh Carers","charity_type":"Other","charity_registration_status":"Registered",
          "charity_company_registration_number":"01234567","latest_income":18250.0,"latest_acc_fin_period_end_date":"2026-03-31T00:00:00"},
         {"organisation_number":2,"registered_charity_number":1100002,"linked_charity_number":0,"charity_name":"Quillmarsh Singers","charity_type":"Other","charity_registration_status":"Registered"}]
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("register-");
    private readonly SqliteKnowledgeStore store;

    public FillingInFromTheRegister()
    {
        store = new SqliteKnowledgeStore(Path.Combine(folder.FullName, "knowledge.db"));
        var extract = folder.CreateSubdirectory("extract");
        File.WriteAllText(Path.Combine(extract.FullName, "publicextract.charity.json"), Charities);
        Assert.NotEqual(ImportOutcome.NotDone, new ImportCharityRegister(store).Run(extract.FullName, new ImportOptions(Now, DataSet: "the register")).Outcome);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private RegisterEntry Entry(string id, Func<Provider, Provider>? but = null) =>
        RegisterEntry.Of((but ?? (p => p))(store.FindProvider(id)!), store.SourcesOf(id), Today);

    [Theory]
    [InlineData("GB-CHC-1100001")]
    [InlineData("GB-COH-01234567")]
    public void Income_year_end_and_company_come_from_what_was_imported(string id)
    {
        var entry = Entry(id, p => p with { IncomeBand = null });
        Assert.Equal(("GB-CHC-1100001", LegalForm.CharitableCompany, 18250m, new DateOnly(2026, 3, 31)), (entry.Id, entry.LegalForm, entry.Income?.Pounds, entry.YearEnd));
        Assert.Equal(("the register", Today), (entry.DataSet, entry.LastSeen));
    }

    [Fact]
    public void Figures_go_before_words() =>
        Assert.Equal(18250m, Entry("GB-CHC-1100001", p => p with { IncomeBand = "£99 in the year to 1 May 2020" }).Income?.Pounds);

    [Fact]
    public void What_the_register_does_not_say_is_not_filled_in()
    {
        var entry = Entry("GB-CHC-1100002");
        Assert.Equal((null, null, null), (entry.LegalForm, entry.Income, entry.YearEnd));
        Assert.Equal(Profile.Empty, entry.In(Profile.Empty));
    }

    [Fact]
    public void What_has_left_its_data_set_gives_no_figures()
    {
        var provider = store.FindProvider("GB-CHC-1100001")! with { IncomeBand = null };
        Assert.Null(RegisterEntry.Of(provider, [.. store.SourcesOf(provider.Id).Select(s => s with { GoneSince = Today })], Today).Income);
    }
}
