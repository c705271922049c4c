using System.Net;
using CommissioningBot.Bot.Sources;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Bot.Tests.Hosting;
using CommissioningBot.Bot.Tests.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Sources;

public class ReadingSources
{
    private static Task<TestWeb> On(string day) => TestWeb.Start(s => s.AddSingleton<TimeProvider>(
        new ManualTime(new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(10, 0), TimeSpan.Zero))));

    private static async Task<string> Text(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    [Fact]
    public async Task An_entry_is_shown_with_its_figures_standing_sources_dates_and_a_line_to_cite()
    {
        await using var web = await On("2026-11-20");
        using var browser = web.Browser();
        var response = await browser.GetAsync("/sources/thresholds-now");
        var html = await Text(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        foreach (var part in new[]
        {
            "<h1 class=\"govuk-heading-l\">Buying thresholds for councils today</h1>", "£207,720", ">in force<", "href=\"https://www.legislation.gov.uk/uksi/2025/1200\"",
            "/sources/source/procurement-act-2023", "Schedule 1", "Open Government Licence v3.0", "20 November 2026 (today)", "from 1 January 2026 to 31 December 2027", "As told by Riverside Community Action",
            $"{web.Address}sources/thresholds-now",
        }) Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_check_ages_is_overdue_and_what_has_run_out_is_said_to_have_ended()
    {
        await using var later = await On("2027-06-01");
        using var browser = later.Browser();
        var html = await Text(await browser.GetAsync("/sources/thresholds-now"));
        Assert.Contains("checked 6 months ago", html, StringComparison.Ordinal);
        Assert.Contains("should have been checked again by 20 May 2027", html, StringComparison.Ordinal);
        Assert.Contains("check overdue", await Text(await browser.GetAsync("/sources?q=thresholds")), StringComparison.Ordinal);

        await using var after = await On("2028-01-01");
        using var reader = after.Browser();
        Assert.Contains("<strong class=\"source-badge\">ended</strong>", await Text(await reader.GetAsync("/sources/thresholds-now")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sources/no-such-entry")]
    [InlineData("/sources/source/no-such-source")]
    [InlineData("/sources/..%2f..%2fetc")]
    [InlineData("/sources/%3Cscript%3E")]
    public async Task What_is_not_there_is_said_kindly_with_a_way_on(string address)
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var response = await browser.GetAsync(address);
        var html = await Text(response);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("We hold nothing of that name", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sources\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_finds_by_words_and_repeats_them_as_text()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        Assert.Contains("href=\"/sources/thresholds-now\"", await browser.GetStringAsync("/sources?q=buying+thresholds"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/sources/thresholds-now\"", await browser.GetStringAsync("/sources?q=thresholds+zebra"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await browser.GetStringAsync("/sources?q=%3Cscript%3Ealert(1)"), StringComparison.Ordinal);
        Assert.Contains("Procurement Act 2023", await browser.GetStringAsync("/sources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_entry_and_every_source_has_a_page()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var library = ContentLibrary.Load();
        var addresses = library.All.Where(e => !e.IsQuestionBack).Select(e => $"/sources/{e.Id}").Concat(library.Sources.Select(s => $"/sources/source/{s.Id}")).ToList();
        Assert.NotEmpty(addresses);
        // More than a browser may ask of us in a minute.
        foreach (var address in addresses.Where((_, i) => i % 3 == 0).Take(200)) Assert.DoesNotContain("{{", await browser.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_the_web_links_to_its_page_and_one_without_an_address_does_not()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var mark = TestWeb.Mark(await browser.GetStringAsync("/chat"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["clientActivityId"] = mark, ["text"] = "what is the threshold for services now?", ["choice"] = "" });
        var html = await Text(await browser.PostAsync("/chat", form));
        Assert.Contains($"<a href=\"{web.Address}sources/thresholds-now\">More about this answer</a>", html, StringComparison.Ordinal);

        await using var bot = new TestBot();
        Assert.DoesNotContain("More about this answer", (await bot.Say("c", "1", "what is the threshold for services now?"))[^1].Text!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "in force", "in force", "")]
    [InlineData("valid_to: 2026-11-19\nreplaced_by: ships", "in force", "ended", "About ships")]
    [InlineData("valid_from: 2026-11-21", "in force", "not in force yet", "")]
    [InlineData("", "announced", "announced, not law", "")]
    [InlineData("period: 2016\nsee_also: [ships]", "local paper", "local paper, history", "About ships")]
    [InlineData("confidence: D", "unconfirmed", "not confirmed", "")]
    public void Its_standing_is_in_words_with_what_came_instead(string fields, string currency, string badge, string instead)
    {
        var boats = SmallLibrary.Entry("boats", "Boats are hired out.", fields, currency);
        if (fields.Contains("confidence", StringComparison.Ordinal)) boats = boats.Replace("confidence: A\n", "", StringComparison.Ordinal);
        var library = SmallLibrary.Library(boats, SmallLibrary.Entry("ships", "Ships are hired out."));
        var view = new EntryView(library, EntryAsOf.Of(library, library["boats"], new DateOnly(2026, 11, 20)), "https://bot.example", "Hilltop CVS");
        Assert.Equal((badge, instead), (view.Badge, string.Join('|', view.Instead.Select(e => e.Title))));
        Assert.Equal($"A law, section 5, checked 20 November 2026 ({view.Sources[0].Badge}). As told by Hilltop CVS, \"About boats\", version {view.Version}, checked 20 November 2026, read 20 November 2026: https://bot.example/sources/boats", view.HowToCite);
    }

    [Theory]
    [InlineData("2026-11-20", "today")]
    [InlineData("2026-11-19", "yesterday")]
    [InlineData("2026-11-10", "10 days ago")]
    [InlineData("2026-11-06", "2 weeks ago")]
    [InlineData("2026-10-01", "7 weeks ago")]
    [InlineData("2026-08-20", "3 months ago")]
    [InlineData("2026-08-21", "2 months ago")]
    [InlineData("2024-11-21", "23 months ago")]
    [InlineData("2024-11-20", "2 years ago")]
    [InlineData("2026-12-01", "today")]
    public void A_day_ages_in_words(string day, string age) =>
        Assert.Equal(age, Age.InWords(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 20)));
}
