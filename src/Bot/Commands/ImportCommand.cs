using System.CommandLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Imports.Consortia;
using CommissioningBot.Knowledge.Imports.CouncilGrants;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Imports.Ocds;
using CommissioningBot.Knowledge.Imports.OpenReferral;
using CommissioningBot.Knowledge.Imports.OpportunityLists;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>import FORMAT PATH</c>: takes a file of public facts into the knowledge store, wholly or not at all.</summary>
public static class ImportCommand
{
    private const int MostListed = 1000;
    private const string Providers = "providers";

    private delegate ImportResult Import(IKnowledgeStore store, string path, ImportOptions options, IProgress<ImportProgress>? progress);

    private static readonly Dictionary<string, Import> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        [ImportDocuments.Format] = (store, path, options, progress) => Documents(DocumentDetails.None)(store, path, options, progress),
        ["360giving"] = (store, path, options, progress) => new ImportThreeSixtyGiving(store).Run(path, options, progress),
        ["charity-register"] = (store, path, options, progress) => new ImportCharityRegister(store).Run(path, options, progress),
        [ImportConsortia.Format] = (store, path, options, progress) => new ImportConsortia(store).Run(path, options, progress),
        ["grants"] = (store, path, options, progress) => new ImportCouncilGrants(store).Run(path, options, progress),
        ["ocds"] = (store, path, options, progress) => new ImportOcds(store).Run(path, options, progress),
        ["open-referral"] = (store, path, options, progress) => new ImportOpenReferral(store).Run(path, options, progress),
        ["opportunities"] = (store, path, options, progress) => new ImportOpportunityList(store).Run(path, options, progress),
        ["places"] = (store, path, options, progress) => new ImportPlaces(store).Run(path, options, progress),
        [Providers] = (store, path, options, progress) => new ImportProviders(store).Run(path, options, progress),
    };

    public static Command Verb()
    {
        var format = new Argument<string>("format") { Description = $"One of {string.Join(", ", Formats.Keys)}." };
        format.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && !Formats.ContainsKey(name)) result.AddError($"There is no import format '{name}'. Known: {string.Join(", ", Formats.Keys)}.");
        });
        var path = new Argument<string>("path") { Description = "The file; of charity-register, documents and ocds also a folder of files." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, change nothing." };
        var dataSet = new Option<string?>("--data-set") { Description = "The data set as a reader would name it; by default the file's name." };
        var licence = new Option<string?>("--licence") { Description = "The publisher's licence, shown with every result; by default the one that the format or the file names, or 'not stated'." };
        var id = new Option<string?>("--id") { Description = "Documents only: what citations call a single document." };
        var title = new Option<string?>("--title") { Description = "Documents only: the title of a single document." };
        var date = new Option<string?>("--date") { Description = "Documents only: their date, such as 2019-03-31 or 'March 2019'." };
        var place = new Option<string?>("--place") { Description = "Documents only: the place they are about; several are parted by commas." };
        var verb = new Command("import", "Import a file of public facts, or documents to quote.") { format, path, dryRun, dataSet, licence, id, title, date, place };
        verb.Validators.Add(result =>
        {
            if (!ImportDocuments.Format.Equals(result.GetValue(format), StringComparison.OrdinalIgnoreCase) && new[] { id, title, date, place }.Any(o => result.GetResult(o) is not null))
                result.AddError("--id, --title, --date and --place are for documents only.");
        });
        verb.SetAction((parsed, cancel) => Run(
            ImportDocuments.Format.Equals(parsed.GetValue(format), StringComparison.OrdinalIgnoreCase)
                ? Documents(new DocumentDetails(parsed.GetValue(id), parsed.GetValue(title), parsed.GetValue(date), parsed.GetValue(place)))
                : Formats[parsed.GetRequiredValue(format)],
            Named(parsed.GetRequiredValue(format)),
            parsed.GetRequiredValue(path),
            new ImportOptions(TimeProvider.System.GetUtcNow(), parsed.GetValue(dryRun), parsed.GetValue(dataSet), parsed.GetValue(licence)),
            cancel));
        return verb;
    }

    private static Import Documents(DocumentDetails details) =>
        (store, path, options, progress) => new ImportDocuments(store, ContentLibrary.Load()).Run(path, options, details, progress);

    private static string Named(string format) => format.ToLowerInvariant() switch
    {
        ImportPlaces.Format => "postcodes",
        ImportDocuments.Format => "documents",
        _ => Providers,
    };

    private static async Task<int> Run(Import import, string what, string path, ImportOptions options, CancellationToken cancel)
    {
        var folder = DataFolder.FromEnvironment().Create();
        var store = new SqliteKnowledgeStore(folder.Knowledge);
        var result = ImportProgressBar.While(Path.GetFileName(path), progress => import(store, path, options, progress));
        if (result.Outcome == ImportOutcome.NotDone)
        {
            Console.Error.WriteLine($"Nothing was imported. {result.Reason}");
            return CommandLine.NotDone;
        }
        Report(result, what, options.DryRun);
        if (result is { Unchanged: false } && !options.DryRun) await TellServer(folder, cancel);
        return result.Outcome == ImportOutcome.DoneWithRefusals ? CommandLine.DoneWithRefusals : CommandLine.Done;
    }

    // The import is committed by now: a server that cannot be told finds it by itself within seconds.
    private static async Task TellServer(DataFolder folder, CancellationToken cancel)
    {
        try
        {
            if (await ControlClient.Ask(folder, new TakeOverImport { By = HandOver.Operator }, cancel) is { } answer) Console.Error.WriteLine(string.Join(' ', answer.Lines));
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
        }
    }

    private static void Report(ImportResult result, string what, bool dryRun)
    {
        var did = result.Unchanged ? "This file was imported before; nothing has changed."
            : dryRun ? "Dry run: nothing was changed."
            : FormattableString.Invariant($"Imported as data version {result.Record!.Version}.");
        var opportunities = result.Opportunities > 0 ? FormattableString.Invariant($", {result.Opportunities} opportunities") : "";
        Console.WriteLine(FormattableString.Invariant($"{did} {result.Rows} rows, {result.Named} {what}{opportunities}, {result.Refusals.Count(r => r.WholeRow)} rows refused, {result.Refusals.Count(r => !r.WholeRow)} values left out."));
        if (result is { Unchanged: false, Record: { } record }) Console.WriteLine(FormattableString.Invariant($"{(what == Providers ? $"{record.Joined} joined by an identifier, {record.Proposed} pairs proposed for a person to judge, " : "")}{record.Gone} gone from the data set and marked. Licence: {record.Source.Licence}."));
        foreach (var refusal in result.Refusals.Take(MostListed)) Console.WriteLine($"{refusal.Place}: {refusal.Reason}{(refusal.WholeRow ? " (row refused)" : " (value left out)")}");
        if (result.Refusals.Count > MostListed) Console.WriteLine(FormattableString.Invariant($"... and {result.Refusals.Count - MostListed} more."));
    }
}
