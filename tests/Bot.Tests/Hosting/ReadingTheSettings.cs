using System.Text;
using CommissioningBot.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace CommissioningBot.Bot.Tests.Hosting;

public class ReadingTheSettings
{
    private const string Whole =
        """
        {"Host": {
          "SiteName": "Hilltop CVS", "Controller": "Hilltop CVS Ltd", "Contact": "data@hilltop.example", "Complaints": "Write to the chair.",
          "LocalSupport": "Hilltop CVS, 01632 960 100", "ProcurementTeam": "Hilltop Council, 01632 960 200", "KeepConversationsDays": 60,
          "Council": {"Name": "Hilltop Council", "CheckedOn": "2026-10-01",
            "QuoteBands": [{"Below": 10000, "Ask": "one quote"}, {"Below": 50000, "Ask": "three quotes"}, {"Ask": "an advert"}],
            "GrantSchemes": ["Small sparks, up to £500"]}}}
        """;

    private static HostSettings Read(string json, bool isDevelopment = false) =>
        HostSettings.Read(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build(), isDevelopment, "/etc/bot/settings.json");

    [Fact]
    public void Takes_the_host_s_names_and_the_council_s_own_rules()
    {
        var settings = Read(Whole);
        Assert.Equal("Hilltop CVS", settings.SiteName);
        Assert.Equal(60, settings.KeepConversationsDays);
        Assert.Equal(365, settings.KeepChecksDays);
        Assert.False(settings.Demonstration);
        Assert.Equal(["under £10,000: one quote", "£10,000 to under £50,000: three quotes", "from £50,000: an advert"], settings.Council!.QuoteLines());
        Assert.Equal(new DateOnly(2026, 10, 1), settings.Council.CheckedOn);
    }

    [Fact]
    public void Development_needs_none_and_says_that_it_is_made_up() => Assert.True(Read("{}", isDevelopment: true).Demonstration);

    [Fact]
    public void Half_of_the_names_are_not_enough_even_in_development() =>
        Assert.Throws<InvalidOperationException>(() => Read("""{"Host": {"SiteName": "x"}}""", isDevelopment: true));

    [Theory]
    [InlineData("""{}""", "Host:SiteName is missing; Host:Controller is missing")]
    [InlineData("""{"Host": {"KeepConversationDays": 9}}""", "KeepConversationDays")]
    public void What_is_missing_or_misspelt_is_named_with_the_file(string json, string expected)
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Read(json));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains("/etc/bot/settings.json", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"KeepConversationsDays\": 60", "\"KeepConversationsDays\": 0", "KeepConversationsDays must be 1 to 3650 days")]
    [InlineData("\"KeepConversationsDays\": 60", "\"KeepConversationsDays\": \"soon\"", "Host:")]
    [InlineData("\"KeepConversationsDays\": 60", "\"PublicUrl\": \"javascript:alert(1)\"", "PublicUrl")]
    [InlineData("\"Below\": 50000", "\"Below\": 5000", "QuoteBands must rise")]
    [InlineData("\"CheckedOn\": \"2026-10-01\",", "", "Council:CheckedOn is missing")]
    public void What_cannot_be_is_refused(string old, string instead, string expected)
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Read(Whole.Replace(old, instead, StringComparison.Ordinal)));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }
}
