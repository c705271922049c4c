using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report provider</c>: what each data set says of one provider.</summary>
internal static class ProviderReport
{
    public static Command Verb()
    {
        var provider = new Argument<string>("id") { Description = "An identifier such as GB-CHC-1114101." };
        var verb = new Command("provider", "What each data set says of one provider.") { provider };
        verb.SetAction(parsed => About(parsed.GetRequiredValue(provider)));
        return verb;
    }

    private static int About(string id)
    {
        var store = new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge);
        if (store.FindProvider(id) is not { } provider)
        {
            Console.Error.WriteLine($"{id} is not in this data. It may still exist.");
            return CommandLine.NotDone;
        }
        Line($"{provider.Id}: {provider.Name}");
        foreach (var source in store.SourcesOf(id)) Say(source);
        return CommandLine.Done;
    }

    private static void Say(Knowledge.Providers.ProviderSource source)
    {
        Line($"{source.DataSet} (licence: {source.Licence}), last seen {source.LastSeen:d MMMM yyyy}{(source.GoneSince is { } gone ? string.Create(CultureInfo.InvariantCulture, $", gone since {gone:d MMMM yyyy}") : "")}");
        if (source.Facts is not { } facts) return;
        foreach (var (label, values) in new (string, IReadOnlyList<string>)[]
        {
            ("also identified as", facts.Identifiers), ("also known as", facts.AlsoKnownAs), ("standing", facts.Standing), ("does", facts.Services), ("for", facts.WhoFor), ("how", facts.How),
            ("works in", facts.WorksIn), ("policies it says it has, not checked", facts.Policies), ("quality marks it names, not checked", facts.QualityMarks),
        })
        {
            if (values.Count > 0) Line($"   {label}: {string.Join("; ", values)}");
        }
        foreach (var (label, sum) in new[] { ("income", facts.Income), ("spent", facts.Expenditure), ("from government contracts", facts.GovernmentContracts), ("from government grants", facts.GovernmentGrants), ("free reserves", facts.Reserves) })
        {
            if (sum is { } pounds) Line($"   {label}: £{pounds:#,0}{(facts.YearEnd is { } end ? string.Create(CultureInfo.InvariantCulture, $" in the year to {end:d MMMM yyyy}") : "")}, as it reported");
        }
        if (facts.Employees is { } employees) Line($"   employees: {employees}");
        if (facts.Volunteers is { } volunteers) Line($"   volunteers: {volunteers}");
        if (facts.Consortium is { } consortium) Line($"   {consortium.Told()}");
        if (facts.Mailbox is { } mailbox) Line($"   mailbox: {mailbox}");
        if (facts.RegisterLink is { } link) Line($"   register: {link}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
