using System.Net;
using CommissioningBot.Bot.Tests.Hosting;

namespace CommissioningBot.Bot.Tests.Chat;

public class TalkingWithoutJavaScript
{
    private static FormUrlEncodedContent Form(string mark, string text, string choice = "") =>
        new(new Dictionary<string, string> { ["clientActivityId"] = mark, ["text"] = text, ["choice"] = choice });

    [Fact]
    public async Task A_message_is_answered_on_the_next_page_and_a_form_sent_twice_counts_once()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var mark = TestWeb.Mark(await browser.GetStringAsync("/chat"));

        var first = await (await browser.PostAsync("/chat", Form(mark, "what is a PQQ?"))).Content.ReadAsStringAsync();
        var again = await (await browser.PostAsync("/chat", Form(mark, "what is a PQQ?"))).Content.ReadAsStringAsync();

        Assert.Contains("pre-qualification questionnaire", first, StringComparison.Ordinal);
        Assert.Equal(1, again.Split("pre-qualification questionnaire").Length - 1);
    }

    [Fact]
    public async Task A_button_is_shown_as_what_was_said()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var page = await browser.GetStringAsync("/chat");
        var after = await (await browser.PostAsync("/chat", Form(TestWeb.Mark(page), "", "{\"do\":\"start-check\"}"))).Content.ReadAsStringAsync();
        Assert.Contains("Question 1 of 12", after, StringComparison.Ordinal);
        Assert.Contains("Start the health check", after.Split("Question 1 of 12")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    [InlineData("0123456789abcdef0123456789abcdef.AAAA")]
    public async Task A_form_that_is_not_ours_sends_nothing_and_keeps_what_was_typed(string mark)
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        await browser.GetStringAsync("/chat");
        var refused = await browser.PostAsync("/chat", Form(mark, "delete our data"));
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("nothing was sent", html, StringComparison.Ordinal);
        Assert.Contains("delete our data</textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_visitor_s_form_sends_nothing()
    {
        await using var web = await TestWeb.Start();
        using var mine = web.Browser();
        using var theirs = web.Browser();
        await mine.GetStringAsync("/chat");
        var mark = TestWeb.Mark(await theirs.GetStringAsync("/chat"));
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.PostAsync("/chat", Form(mark, "hello"))).StatusCode);
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text()
    {
        await using var web = await TestWeb.Start();
        using var browser = web.Browser();
        var mark = TestWeb.Mark(await browser.GetStringAsync("/chat"));
        var html = await (await browser.PostAsync("/chat", Form(mark, "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>"))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
    }
}
