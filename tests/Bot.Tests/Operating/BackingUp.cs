using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Operating;

public sealed class BackingUp : IDisposable
{
    private readonly string backups = Directory.CreateTempSubdirectory("backups-").FullName;

    [Fact]
    public async Task A_backup_made_while_turns_go_on_restores_to_a_moment_that_was()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "before", "help");
        var turns = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++) await bot.Say("c", $"k{i}", "help");
        });
        var file = Make(bot);
        await turns;

        await bot.Stop();
        var before = new Restore(bot.Folder, bot.Time).From(file);
        await bot.Restart();

        var log = await bot.Get<IConversationStore>().Read("c", 0, 1000);
        Assert.Equal("before", log[0].TurnKey);
        Assert.Equal(Enumerable.Range(0, log.Count - 1).Select(i => $"k{i}"), log.Skip(1).Select(t => t.TurnKey));
        Assert.True(File.Exists(Path.Combine(before!, "conversations.db")));
    }

    [Fact]
    public async Task Keys_and_imported_facts_come_back_too_on_another_computer()
    {
        await using var bot = new TestBot();
        var fingerprint = bot.Get<SigningKeys>().Fingerprint;
        var signing = bot.Get<SigningKeys>().Newest.Id;
        Knowledge.Imports.Csv.SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        await bot.Say("c", "1", "help");
        var file = Make(bot);

        await using var other = new TestBot();
        await other.Stop();
        Assert.Null(new Restore(other.Folder, other.Time).From(file));
        await other.Restart();
        Assert.Equal(fingerprint, other.Get<SigningKeys>().Fingerprint);
        Assert.Equal(signing, other.Get<SigningKeys>().Newest.Id);
        Assert.Equal(1, other.Get<IKnowledgeStore>().DataVersion);
        Assert.NotNull(await other.Get<IConversationStore>().Load("c"));
    }

    [Fact]
    public async Task Restoring_beside_a_running_server_is_refused()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "help");
        var file = Make(bot);
        var refused = Assert.Throws<IOException>(() => new Restore(bot.Folder, bot.Time).From(file));
        Assert.Contains("Another process is using", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest", "digest differs")]
    [InlineData("schema", "newer release")]
    [InlineData("format", "newer release")]
    [InlineData("name", "should not hold")]
    [InlineData("cut", "not a backup")]
    public async Task A_backup_that_is_not_sound_changes_nothing(string fault, string says)
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "help");
        var file = Make(bot);
        await bot.Say("c", "2", "help");
        await bot.Stop();
        Spoil(file, fault);

        var refused = Assert.Throws<IOException>(() => new Restore(bot.Folder, bot.Time).From(file));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(bot.Folder.Path), e => e.Contains("restore", StringComparison.Ordinal));
        await bot.Restart();
        Assert.Equal(2, (await bot.Get<IConversationStore>().Load("c"))!.Version);
    }

    [Fact]
    public async Task A_restore_that_broke_off_is_no_folder_to_serve_from_and_can_be_done_again()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "help");
        var file = Make(bot);
        await bot.Stop();
        // As if the process had died after it put things aside.
        await File.WriteAllTextAsync(bot.Folder.RestoreMark, file);
        File.Delete(bot.Folder.Conversations);
        Assert.Throws<InvalidOperationException>(() => Restore.RefuseHalfDone(bot.Folder));

        new Restore(bot.Folder, bot.Time).From(file);

        Restore.RefuseHalfDone(bot.Folder);
        await bot.Restart();
        Assert.NotNull(await bot.Get<IConversationStore>().Load("c"));
    }

    [Fact]
    public async Task What_was_erased_before_is_not_in_the_backup()
    {
        await using var bot = new TestBot();
        await bot.Say("marker-of-a-person", "1", "help");
        await bot.Get<OperatorWork>().Do(new EraseConversation("marker-of-a-person") { By = "ann" }, default);
        using var zip = ZipFile.OpenRead(Make(bot));
        using var copy = new MemoryStream();
        await using (var entry = await zip.GetEntry("conversations.db")!.OpenAsync()) await entry.CopyToAsync(copy);
        Assert.DoesNotContain("marker-of-a-person", System.Text.Encoding.Latin1.GetString(copy.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_backups_go_and_what_is_none_stays()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "help");
        var old = Make(bot);
        await File.WriteAllTextAsync(Path.Combine(backups, "somebody-elses.zip"), "not a zip");
        bot.Time.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        var young = Make(bot);

        Assert.Equal([old], new Backup(bot.Folder, bot.Time).DeleteOlderThan(backups, 30));
        Assert.Equal([young, Path.Combine(backups, "somebody-elses.zip")], Directory.GetFiles(backups).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_leaves_nothing_half_done()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "help");
        var file = Make(bot);
        Assert.Throws<IOException>(() => new Backup(bot.Folder, bot.Time).Make(file, out _));
        Assert.Equal([file], Directory.GetFileSystemEntries(backups));
    }

    public void Dispose() => Directory.Delete(backups, recursive: true);

    private string Make(TestBot bot) => new Backup(bot.Folder, bot.Time).Make(backups, out _);

    private static void Spoil(string file, string fault)
    {
        if (fault == "cut")
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..500]);
            return;
        }
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        if (fault is "format" or "name" or "digest")
        {
            JsonNode manifest;
            using (var read = zip.GetEntry("manifest.json")!.Open()) manifest = JsonNode.Parse(read)!;
            if (fault == "format") manifest["format"] = 2;
            else if (fault == "name") manifest["files"]![0]!["name"] = "keys/../../elsewhere.key";
            else manifest["files"]![0]!["digest"] = new string('0', 64);
            Replace(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest));
            return;
        }
        // user_version stands at byte 60 of an SQLite file: https://sqlite.org/fileformat.html#user_version_number.
        using var database = new MemoryStream();
        using (var read = zip.GetEntry("conversations.db")!.Open()) read.CopyTo(database);
        var bytes = database.ToArray();
        bytes[63] = 99;
        Replace(zip, "conversations.db", bytes);
        JsonNode signed;
        using (var read = zip.GetEntry("manifest.json")!.Open()) signed = JsonNode.Parse(read)!;
        signed["files"]![0]!["digest"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Replace(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(signed));
    }

    private static void Replace(ZipArchive zip, string name, byte[] bytes)
    {
        zip.GetEntry(name)!.Delete();
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
