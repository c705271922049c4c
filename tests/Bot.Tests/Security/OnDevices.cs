using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>The next person at the same computer, and those who hold an address of a group's pages from before.</summary>
internal static partial class OnDevices
{
    private const string Answer = "Written rules";

    public static IEnumerable<Attack> Rows =>
    [
        Defused("device: addresses of a result from the history of a computer that was cleared", async s =>
        {
            var shared = await OnSharing.Share(s);
            var given = await Result(s.Alice, shared.Assessment);
            await Opens(s, given);
            await Clear(s.Alice);
            await IsGone(s, given);
        }),
        Defused("device: what was given on another device goes on, and so does what is given after clearing", async s =>
        {
            var shared = await OnSharing.Share(s);
            var words = Words().Matches(await s.Alice.Say("our resume code"))[^1].Groups[1].Value;
            var here = await Result(s.Alice, shared.Assessment);
            Assert.Contains("Welcome back", await s.Mallory.Say("resume " + words), StringComparison.Ordinal);
            var elsewhere = await Result(s.Mallory, shared.Assessment);
            await Clear(s.Alice);
            await IsGone(s, here);
            await Opens(s, elsewhere);
            // The same conversation again, as in Teams, where a device has only one.
            await s.Alice.Say("resume " + words);
            var after = await Result(s.Alice, shared.Assessment);
            await Opens(s, after);
            await IsGone(s, here);
            await s.Alice.Say("start again");
            await Opens(s, after);
            await Clear(s.Alice);
            await IsGone(s, after);
            await Opens(s, elsewhere);
        }),
        Defused("device: clearing that was only asked about closes nothing", async s =>
        {
            var shared = await OnSharing.Share(s);
            var given = await Result(s.Alice, shared.Assessment);
            await s.Alice.Say("finish and clear this device");
            await s.Alice.Say("Not yet");
            await Opens(s, given);
        }),
        Defused("device: somebody else clears, by hand and for somebody", async s =>
        {
            var shared = await OnSharing.Share(s);
            var given = await Result(s.Alice, shared.Assessment);
            await s.Mallory.Send($$"""{"type":"message","value":{"do":"finish","confirmed":true,"assessment":"{{shared.Assessment}}","conversation":"{{s.Alice.Conversation}}"} }""");
            await Opens(s, given);
        }),
        Defused("device: addresses of somebody who left the group, once the code was replaced", async s =>
        {
            var shared = await OnSharing.Share(s);
            var words = Words().Matches(await s.Alice.Say("our resume code"))[^1].Groups[1].Value;
            await s.Mallory.Say("resume " + words);
            var theirs = await Result(s.Mallory, shared.Assessment);
            await Opens(s, theirs);
            await s.Alice.Say("someone left");
            await IsGone(s, theirs);
            Assert.DoesNotContain("/results/", (await s.Mallory.Send(Show(shared.Assessment)))[(await s.Mallory.Log()).LastIndexOf("\"do\":\"result\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
            await Opens(s, await Result(s.Alice, shared.Assessment));
        }),
        Defused("device: the page without JavaScript, for whoever sits down next", async s =>
        {
            var (cookie, page) = await Sit(s, null, "health check");
            Assert.Contains("What do you want now?", page, StringComparison.Ordinal);
            (_, page) = await Sit(s, cookie, "a small grant");
            await Sit(s, cookie, "finish and clear this device");
            (var left, page) = await Sit(s, cookie, "Yes, clear this device");
            // The browser is told to forget, and what it keeps of the pages it may not show again.
            Assert.DoesNotContain("a small grant", page, StringComparison.OrdinalIgnoreCase);
            var next = await s.Send(Scene.Get("/chat"));
            Assert.Equal("no-store", next.Headers.CacheControl?.ToString());
            Assert.DoesNotContain("A small grant</strong>", await next.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.NotEqual(cookie, left);
        }),
        Defused("device: addresses that were made by hand, or by an earlier release", async s =>
        {
            var shared = await OnSharing.Share(s);
            var tokens = s.Host.Get<SignedTokens>();
            string[] wrong =
            [
                tokens.Sign(SignedTokens.Result, shared.Assessment, "", Role.Group, CheckLinks.Valid),
                tokens.Sign(SignedTokens.Result, shared.Assessment, ".0.0", Role.Group, CheckLinks.Valid),
                tokens.Sign(SignedTokens.Result, shared.Assessment, "x.-1.0", Role.Group, CheckLinks.Valid),
                tokens.Sign(SignedTokens.Result, shared.Assessment, "x.0.7", Role.Group, CheckLinks.Valid),
                tokens.Sign(SignedTokens.Result, shared.Assessment, "x.0.0", Role.Group, TimeSpan.FromSeconds(-1)),
                tokens.Sign(SignedTokens.Shared, shared.Assessment, "x.0.0", Role.Group, CheckLinks.Valid),
                shared.Assessment, s.Alice.Token,
            ];
            foreach (var token in wrong) await IsGone(s, "/results/" + token);
        }),
        Defused("device: what is kept of a clearing says nothing, and goes when the addresses would have ended", async s =>
        {
            var shared = await OnSharing.Share(s);
            await Clear(s.Alice);
            foreach (var record in await s.Host.Get<IConversationStore>().Records("cleared-device"))
            {
                Assert.Matches("^{\"times\":[0-9]+}$", record.Body);
                Assert.DoesNotContain(s.Alice.Conversation, record.Key.Id, StringComparison.Ordinal);
                Assert.DoesNotContain(shared.Assessment, record.Key.Id, StringComparison.Ordinal);
            }
        }),
    ];

    private static string Show(string assessment) => $$"""{"type":"message","value":{"do":"result","assessment":"{{assessment}}"} }""";

    /// <summary>The newest address of a result that somebody was given.</summary>
    private static async Task<string> Result(Visitor visitor, string assessment) => Page().Matches(await visitor.Send(Show(assessment)))[^1].Value;

    private static async Task Clear(Visitor visitor)
    {
        await visitor.Say("finish and clear this device");
        Assert.Contains("has forgotten", await visitor.Say("Yes, clear this device"), StringComparison.Ordinal);
    }

    private static async Task Opens(Scene s, string page)
    {
        foreach (var under in new[] { "", "/print", "/year" }) Assert.Equal(200, (int)(await s.Send(Scene.Get(page + under))).StatusCode);
        var result = await s.Send(Scene.Get(page));
        Assert.Contains(Answer, await result.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-store", result.Headers.CacheControl?.ToString());
    }

    private static async Task IsGone(Scene s, string page)
    {
        foreach (var under in new[] { "", "/year", "/print", "/print/result", "/print/result.docx", "/calendar.ics" })
        {
            var answer = await s.Send(Scene.Get(page + under));
            Assert.Equal(404, (int)answer.StatusCode);
            Assert.DoesNotContain(Answer, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>Says something on the page without JavaScript, and gives the cookie and the page as they are then.</summary>
    private static async Task<(string Cookie, string Page)> Sit(Scene s, string? cookie, string text)
    {
        async Task<HttpResponseMessage> Ask(HttpRequestMessage request)
        {
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            var response = await s.Send(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set)) cookie = string.Join("; ", set.Select(c => c.Split(';')[0]));
            return response;
        }
        var mark = Hosting.TestWeb.Mark(await (await Ask(Scene.Get("/chat"))).Content.ReadAsStringAsync());
        var sent = await Ask(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["clientActivityId"] = mark, ["text"] = text, ["choice"] = "" }) });
        Assert.Equal(302, (int)sent.StatusCode);
        return (cookie!, await (await Ask(Scene.Get("/chat"))).Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"/results/[\w.-]+")]
    private static partial Regex Page();

    [GeneratedRegex(@"\*\*resume ((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex Words();
}
