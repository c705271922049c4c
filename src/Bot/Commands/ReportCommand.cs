using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report ...</c>: what stands in the store, for whoever runs it.</summary>
public static class ReportCommand
{
    public static Command Verb()
    {
        var version = new Option<long?>("--version") { Description = "Of this import only, with every refused row and value." };
        var imports = new Command("imports", "Every import: when, from what, its digest, licence and counts.") { version };
        imports.SetAction(parsed => Imports(parsed.GetValue(version)));
        var joins = new Command("joins", "Pairs of providers that may be one organisation. Nobody joins them by name.");
        joins.SetAction(_ => Joins());
        var provider = new Argument<string>("id") { Description = "An identifier such as GB-CHC-1114101." };
        var about = new Command("provider", "What each data set says of one provider.") { provider };
        about.SetAction(parsed => About(parsed.GetRequiredValue(provider)));
        return new Command("report", "Look into what was imported.") { imports, joins, about };
    }

    private static SqliteKnowledgeStore Store() => new(DataFolder.FromEnvironment().Create().Knowledge);

    private static int Imports(long? version)
    {
        var store = Store();
        foreach (var import in store.Imports().Where(i => version is null || i.Version == version))
        {
            Line($"{import.Version}: {import.At:yyyy-MM-dd HH:mm} UTC, {import.Source.Format}, {import.Source.DataSet}");
            Line($"   licence: {import.Source.Licence}; SHA-256 {import.Source.Digest}");
            Line($"   {import.Rows} rows, {import.Named} providers or places, {import.Opportunities} opportunities, {import.Refused} rows refused, {import.Gone} gone, {import.Joined} joined, {import.Proposed} pairs proposed");
            if (version is null) continue;
            foreach (var refusal in store.RefusalsOf(import.Version)) Line($"   {refusal.Place}: {refusal.Reason} ({(refusal.WholeRow ? "row refused" : "value left out")})");
        }
        return version is not null && store.Imports().All(i => i.Version != version) ? CommandLine.NotDone : CommandLine.Done;
    }

    private static int Joins()
    {
        var store = Store();
        foreach (var pair in store.Proposals()) Line($"{pair.One} ({store.FindProvider(pair.One)?.Name}) and {pair.Other} ({store.FindProvider(pair.Other)?.Name}): {pair.Reason}");
        return CommandLine.Done;
    }

    private static int About(string id)
    {
        var store = Store();
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
        if (facts.Mailbox is { } mailbox) Line($"   mailbox: {mailbox}");
        if (facts.RegisterLink is { } link) Line($"   register: {link}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
