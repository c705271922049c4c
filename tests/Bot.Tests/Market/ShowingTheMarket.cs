using System.Net;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Market;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Bot.Tests.Hosting;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Providers.Market;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Market;

/// <summary>Who is shown the market, by the chat and by the page, and what the page says.</summary>
public sealed class ShowingTheMarket
{
    private const string Providers =
        """
        Name,Charity number,Town,Postcode,What you do,Who for,Income band
        Alpha <b>Friends</b>,1000001,Bolton,BL1 1AA,Befriending visits,Older people,Under £10k
        Beta Friends,1000002,Bolton,BL2 1AA,Befriending and lunch club,Older people,£10k to £100k
        Gamma Friends,1000003,Bury,BL9 1AA,Befriending,Refugees,"£250,000"
        """;

    [Theory]
    [InlineData(Role.Group, false)]
    [InlineData(Role.Commissioner, true)]
    [InlineData(Role.Adviser, true)]
    public async Task Text_and_card_are_taken_from_commissioners_and_advisers_alone(Role role, bool isShown)
    {
        await using var bot = WithProviders();
        var asked = new UnderstandMarket(bot.Get<CurrentProviders>().Index).Run("show me the market for befriending in Bolton", null)!;
        using var value = JsonDocument.Parse(JsonSerializer.Serialize<UserAct>(new AskMarket(asked.Write()), BotJson.Default.UserAct));

        var typed = (await bot.Say("c", "1", "show me the market for befriending in Bolton", role))[^1];
        var pressed = (await bot.Run("c", "2", new Activity { Value = value.RootElement.Clone() }, role))[^1];
        foreach (var reply in new[] { typed, pressed })
        {
            Assert.Equal(isShown, reply.Text!.Contains("**2 providers** in this data state it.", StringComparison.Ordinal));
            Assert.Equal(isShown ? "answered" : "declined", reply.ChannelData!.Value.GetProperty("answer").GetProperty("outcome").GetString());
            Assert.Equal(isShown, reply.ChannelData!.Value.TryGetProperty("market", out _));
        }
    }

    [Fact]
    public async Task A_button_that_nobody_made_is_answered_kindly()
    {
        await using var bot = WithProviders();
        using var value = JsonDocument.Parse("""{"do":"ask-market","asked":"nonsense"}""");
        Assert.Equal(MarketWording.UnknownButton, (await bot.Run("c", "1", new Activity { Value = value.RootElement.Clone() }, Role.Commissioner))[^1].Text);
    }

    [Fact]
    public async Task The_figures_for_programs_add_up_and_give_no_headline_where_most_is_unknown()
    {
        await using var bot = WithProviders();
        var reply = (await bot.Say("c", "1", "who would a £50,000 turnover and £5m public liability requirement leave out for befriending in Greater Manchester?", Role.Commissioner))[^1];
        var market = reply.ChannelData!.Value.GetProperty("market");
        var rows = market.GetProperty("requirements").EnumerateArray().ToList();
        Assert.All(rows, r => Assert.Equal(market.GetProperty("all").GetInt32(), r.GetProperty("meets").GetInt32() + r.GetProperty("leftOut").GetInt32() + r.GetProperty("unknown").GetInt32()));
        Assert.Equal((1, JsonValueKind.Null), (rows[0].GetProperty("headline").GetInt32(), rows[1].GetProperty("headline").ValueKind));
        Assert.Contains("section/22", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_opens_by_its_address_for_an_hour_and_says_the_chart_in_a_table()
    {
        await using var web = await Web();
        using var client = web.Browser();
        var page = await client.GetStringAsync(Address(web, "market for befriending in Greater Manchester", Role.Commissioner));
        Assert.Contains("<h1 class=\"govuk-heading-l\">The market: befriending in Greater Manchester</h1>", page, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-label=\"Chart. Where: by council. The table below says the same.\"", page, StringComparison.Ordinal);
        Assert.Matches("Bolton</th><td[^>]*>2</td>", page);
        Assert.Matches("Wigan</th><td[^>]*>none stated in this data</td>", page);
    }

    [Fact]
    public async Task The_page_of_requirements_tells_the_law_and_no_figure_where_most_is_unknown()
    {
        await using var web = await Web();
        using var client = web.Browser();
        var page = await client.GetStringAsync(Address(web, "who would a £50,000 turnover and £5m public liability requirement leave out for befriending in Greater Manchester?", Role.Adviser));
        Assert.Matches("a turnover of at least £50,000</th><td[^>]*>1</td><td[^>]*>1</td><td[^>]*>1</td>", WebUtility.HtmlDecode(page));
        Assert.Matches("public liability insurance of at least £5,000,000</th><td[^>]*>nothing can be said</td><td[^>]*>nothing can be said</td><td[^>]*>3</td>", WebUtility.HtmlDecode(page));
        Assert.Contains("https://www.legislation.gov.uk/ukpga/2023/54/section/85", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_a_group_or_of_another_use_or_that_is_too_old_or_changed_shows_nothing()
    {
        var time = new ManualTime(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
        await using var web = await Web(time);
        using var client = web.Browser();
        var good = Address(web, "market for befriending in Bolton", Role.Commissioner);
        var tokens = web.Services.GetRequiredService<SignedTokens>();
        var asked = Asked(web, "market for befriending in Bolton").Write();
        foreach (var bad in new[]
        {
            Address(web, "market for befriending in Bolton", Role.Group), good[..^2] + (good.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA"), "/market/x",
            "/market/" + tokens.Sign(SignedTokens.AreaReport, asked, "", Role.Adviser, MarketLinks.Valid), "/market/" + tokens.Sign(SignedTokens.Market, "nonsense", "", Role.Adviser, MarketLinks.Valid),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(bad)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(good)).StatusCode);
        time.Advance(MarketLinks.Valid);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(good)).StatusCode);
    }

    private static MarketAsked Asked(TestWeb web, string text) => new UnderstandMarket(web.Services.GetRequiredService<CurrentProviders>().Index).Run(text, null)!;

    private static string Address(TestWeb web, string text, Role role) =>
        "/market/" + web.Services.GetRequiredService<SignedTokens>().Sign(SignedTokens.Market, Asked(web, text).Write(), "", role, MarketLinks.Valid);

    private static async Task<TestWeb> Web(TimeProvider? time = null)
    {
        var web = await TestWeb.Start(services => services.AddSingleton(time ?? TimeProvider.System));
        Import(web.Services.GetRequiredService<IKnowledgeStore>());
        web.Services.GetRequiredService<CurrentProviders>().Refresh();
        return web;
    }

    private static TestBot WithProviders()
    {
        var bot = new TestBot();
        Import(bot.Get<IKnowledgeStore>());
        return bot;
    }

    private static void Import(IKnowledgeStore store)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Providers);
        Assert.Equal(3, new ImportProviders(store).Run(path, new ImportOptions(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), DataSet: "a list")).Named);
        File.Delete(path);
    }
}
