using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
public static class BackupCommands
{
    public static Command BackupVerb()
    {
        var target = new Argument<string>("target") { Description = "A file that is not there yet, or a folder." };
        var keep = new Option<int?>("--keep") { Description = "Days: deletes the backups in the same folder that were made longer ago." };
        keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--keep takes a number of days, 1 or more.");
        });
        var verb = new Command("backup", "Back up both databases and the keys, also while the server runs.") { target, keep };
        verb.SetAction((parsed, cancel) => MakeBackup(parsed.GetRequiredValue(target), parsed.GetValue(keep), cancel));
        return verb;
    }

    public static Command RestoreVerb()
    {
        var file = new Argument<string>("file") { Description = "A backup." };
        var verb = new Command("restore", "Put a backup in the place of what is in the data folder, which is kept under a dated name. Stop the server first.") { file };
        verb.SetAction((parsed, cancel) => RestoreBackup(parsed.GetRequiredValue(file), cancel));
        return verb;
    }

    private static async Task<int> MakeBackup(string target, int? keep, CancellationToken cancel)
    {
        var folder = DataFolder.FromEnvironment();
        Restore.RefuseHalfDone(folder);
        var backup = new Backup(folder, TimeProvider.System);
        var file = backup.Make(target, out var manifest);
        Console.WriteLine(file);
        foreach (var part in manifest.Files) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {part.Name}  {part.Bytes} bytes  {part.Digest}"));
        foreach (var left in manifest.LeftOut) await Console.Error.WriteLineAsync($"Left out: {left}.");
        var old = keep is { } days ? backup.DeleteOlderThan(Path.GetDirectoryName(file)!, days) : [];
        foreach (var gone in old) await Console.Error.WriteLineAsync($"Deleted, more than {keep} days old: {gone}");
        return await Note(folder, string.Create(CultureInfo.InvariantCulture, $"made a backup{(old.Count > 0 ? $" and deleted {old.Count} old ones" : "")}"), cancel);
    }

    private static async Task<int> RestoreBackup(string file, CancellationToken cancel)
    {
        var folder = DataFolder.FromEnvironment();
        if (await ControlClient.Ask(folder, new ShowAudit { By = HandOver.Operator }, cancel) is not null)
        {
            await Console.Error.WriteLineAsync("A server is running on this data folder. Stop it first; nothing was changed.");
            return CommandLine.NotDone;
        }
        var before = new Restore(folder, TimeProvider.System).From(file);
        Console.WriteLine($"Restored {file}.");
        if (before is not null) await Console.Error.WriteLineAsync($"What was there before is kept in {before}. It still holds what has been deleted since the backup was made: delete it when you no longer need it.");
        await Console.Error.WriteLineAsync("What people and operators erased after the backup was made is back. Erase it again: that folder's audit lists what operators erased.");
        return await Note(folder, "restored a backup", cancel);
    }

    private static async Task<int> Note(DataFolder folder, string what, CancellationToken cancel)
    {
        var answer = await HandOver.Do(folder, new NoteDone(what) { By = HandOver.Operator }, cancel);
        foreach (var line in answer.Lines) await Console.Error.WriteLineAsync(line);
        return answer.Done ? CommandLine.Done : CommandLine.NotDone;
    }
}
