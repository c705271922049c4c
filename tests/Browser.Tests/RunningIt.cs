using System.Net;
using System.Text.RegularExpressions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The verbs of whoever runs it, as processes of their own beside the real server.</summary>
public sealed partial class RunningIt
{
    [Fact]
    public async Task A_backup_beside_the_server_brings_back_what_was_there_when_it_was_made()
    {
        await using var product = new RunningProduct();
        await product.Start();
        using var person = await DirectLineClient.Connect(product.Address);
        await person.Say("before", "what is a PQQ?");

        var (made, output) = await product.Verb("backup", product.Data);
        Assert.True(made == 0, output);
        var file = Directory.GetFiles(product.Data, "commissioningbot-*.backup.zip").Single();
        Assert.Contains("made a backup", (await product.Verb("audit")).Output, StringComparison.Ordinal);
        await person.Say("after", "what is a framework?");
        var (refused, why) = await product.Verb("restore", file);
        Assert.Equal(2, refused);
        Assert.Contains("Stop it first", why, StringComparison.Ordinal);

        await product.Kill();
        var (restored, said) = await product.Verb("restore", file);
        Assert.True(restored == 0, said);
        await product.Start();

        Assert.Equal(["before"], (await person.History()).Select(DirectLineClient.SentAs).OfType<string>());
        Assert.Contains("restored a backup", (await product.Verb("audit")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_a_group_still_opens_its_result_and_probes_stay_well()
    {
        await using var product = new RunningProduct();
        await product.Start();
        using var person = await DirectLineClient.Connect(product.Address);
        await person.Say("1", "health check");
        await person.Say("2", "small grant");

        Assert.Equal(0, (await product.Verb("switch-off", "wrong figure")).Exit);
        Assert.Contains("switched off", await person.Say("3", "what is a PQQ?"), StringComparison.Ordinal);
        var link = Link().Match(await person.Say("4", "my result")).Groups[1].Value;
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(product.Address, "/ready"))).StatusCode);

        await product.Kill();
        await product.Start();
        Assert.Contains("switched off", await person.Say("5", "help"), StringComparison.Ordinal);
        Assert.Equal(0, (await product.Verb("switch-on")).Exit);
        Assert.DoesNotContain("switched off", await person.Say("6", "help"), StringComparison.Ordinal);
        Assert.Matches("switched the bot off \\(wrong figure\\)(.|\n)*switched the bot on", (await product.Verb("audit")).Output);
    }

    [Fact]
    public async Task An_import_is_answered_from_at_once()
    {
        await using var product = new RunningProduct();
        await product.Start();
        var file = Path.Combine(product.Data, "providers.csv");
        await File.WriteAllTextAsync(file, "name,place,postcode,what\nBefriending Bolton,Bolton,BL1 1AA,Befriending for older people\n");
        var (exit, output) = await product.Verb("import", "providers", file);
        Assert.True(exit is 0, output);
        Assert.Contains("The server answers from data version 2.", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\((http://[^)]*/results/[^)]*)\)")]
    private static partial Regex Link();
}
