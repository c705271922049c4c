using System.CommandLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report imports</c>: every import with its digest, licence and counts.</summary>
internal static class ImportsReport
{
    public static Command Verb()
    {
        var version = new Option<long?>("--version") { Description = "Of this import only, with every refused row and value." };
        var verb = new Command("imports", "Every import: when, from what, its digest, licence and counts.") { version };
        verb.SetAction(parsed => Show(parsed.GetValue(version)));
        return verb;
    }

    private static int Show(long? version)
    {
        var store = new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge);
        var imports = store.Imports().Where(i => version is null || i.Version == version).ToList();
        foreach (var import in imports)
        {
            Line($"{import.Version}: {import.At:yyyy-MM-dd HH:mm} UTC, {import.Source.Format}, {import.Source.DataSet}");
            Line($"   licence: {import.Source.Licence}; SHA-256 {import.Source.Digest}");
            Line($"   {import.Rows} rows, {Counts(import)}");
            if (version is null) continue;
            foreach (var refusal in store.RefusalsOf(import.Version)) Line($"   {refusal.Place}: {refusal.Reason} ({(refusal.WholeRow ? "row refused" : "value left out")})");
        }
        return version is not null && imports.Count == 0 ? CommandLine.NotDone : CommandLine.Done;
    }

    private static string Counts(ImportRecord import) => import.Source.Format switch
    {
        ImportPlaces.Format => FormattableString.Invariant($"{import.Named} postcodes, {import.Refused} rows refused"),
        ImportDocuments.Format => FormattableString.Invariant($"{import.Named} documents, {import.Refused} files refused, {import.Gone} gone"),
        _ => FormattableString.Invariant($"{import.Named} providers, {import.Opportunities} opportunities, {import.Refused} rows refused, {import.Gone} gone, {import.Joined} joined, {import.Proposed} pairs proposed"),
    };

    private static void Line(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
