using System.Buffers.Binary;
using System.Text.Json;

namespace CommissioningBot.Bot.Tests.Manifest;

/// <summary>Limits of https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema.</summary>
public sealed class TheTeamsPackage
{
    private static readonly JsonElement Manifest = JsonDocument.Parse(File.ReadAllText(Repository.File("manifest/manifest.json"))).RootElement;

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void has_icons_of_the_size_that_Teams_wants(string icon, int size)
    {
        var name = Manifest.GetProperty("icons").GetProperty(icon).GetString()!;
        // A PNG begins with eight bytes of its own and the header chunk: width at 16, height at 20.
        var png = File.ReadAllBytes(Repository.File("manifest/" + name)).AsSpan();

        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
    }

    [Fact]
    public void keeps_to_the_length_of_every_text()
    {
        Assert.InRange(Text("name", "short").Length, 1, 30);
        Assert.InRange(Text("name", "full").Length, 1, 100);
        Assert.NotEqual(Text("name", "short"), Text("name", "full"));
        Assert.InRange(Text("description", "short").Length, 1, 80);
        Assert.InRange(Text("description", "full").Length, 1, 4000);
        Assert.InRange(Text("developer", "name").Length, 1, 32);
    }

    [Fact]
    public void offers_at_most_ten_commands_each_short_enough()
    {
        var commands = Manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().ToList();

        Assert.InRange(commands.Count, 1, 10);
        Assert.All(commands, command =>
        {
            Assert.InRange(command.GetProperty("title").GetString()!.Length, 1, 32);
            Assert.InRange(command.GetProperty("description").GetString()!.Length, 1, 128);
        });
    }

    private static string Text(string part, string field) => Manifest.GetProperty(part).GetProperty(field).GetString()!;
}
