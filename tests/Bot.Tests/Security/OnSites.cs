using System.Text.Json.Nodes;
using static CommissioningBot.Bot.Tests.Security.Attack;
using static CommissioningBot.Bot.Tests.Security.Scene;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Other sites' pages and back ends, real and pretended.</summary>
internal static class OnSites
{
    private const string Generate = "/v3/directline/tokens/generate";

    public static IEnumerable<Attack> Rows =>
    [
        Refused("generate: wrong secret", 401, _ => Post(Generate, "not-the-secret-of-anybody-but-long-enough")),
        Refused("generate: empty secret", 401, _ => Post(Generate, "")),
        Refused("generate: the stored hash as the secret", 401, _ => Post(Generate, RunningHost.Hash(RunningHost.CouncilSecret))),
        Refused("generate: the stored setting as the secret", 401, _ => Post(Generate, "sha256:" + RunningHost.Hash(RunningHost.CouncilSecret))),
        Refused("generate: from a browser with the secret", 403, _ => From(RunningHost.Council, Post(Generate, RunningHost.CouncilSecret))),
        BadUser("an id without dl_", """{"id":"treasurer"}"""),
        BadUser("an id with a path", """{"id":"dl_../../x"}"""),
        BadUser("an id of another site", """{"id":"council/dl_x"}"""),
        BadUser("an id with a line break", """{"id":"dl_x\n"}"""),
        BadUser("an empty id", """{"id":""}"""),
        BadUser("a long id", $$"""{"id":"dl_{{new string('x', 65)}}"}"""),
        BadUser("a long name", $$"""{"id":"dl_x","name":"{{new string('x', 65)}}"}"""),
        BadUser("an id that is a number", """{"id":7}"""),
        Refused("generate: deep JSON", 400, _ => Post(Generate, RunningHost.CvsSecret, string.Concat(Enumerable.Repeat("{\"user\":", 60)) + "1" + new string('}', 60))),
        Refused("generate: a body of 20 kB", 413, _ => Post(Generate, RunningHost.CvsSecret, $$"""{"x":"{{new string('x', 20_000)}}"}""")),
        Defused("generate: a role in the body is not believed", async s =>
        {
            var named = await Visitor.Named(s.Host, RunningHost.CvsSecret, """{"role":"adviser","user":{"id":"dl_x","role":"commissioner"},"site":"council"}""");
            Assert.Equal(("Group", "cvs", "cvs/dl_x"), ((string)named.Claims["role"]!, (string)named.Claims["site"]!, (string)named.Claims["user"]!));
        }),
        Defused("generate: whoever is not named is a group", async s =>
            Assert.Equal("Group", (string)(await Visitor.Named(s.Host, RunningHost.CouncilSecret, "{}")).Claims["role"]!)),
        Defused("generate: hidden characters in a name are taken out", async s =>
            Assert.Equal("Ann Lee", (string)(await Visitor.Named(s.Host, RunningHost.CouncilSecret, """{"user":{"id":"dl_x","name":"Ann\u202e\u200b Lee\udb40\udc41"}}""")).Claims["name"]!)),
        Defused("generate: a named officer has to be named again after twelve hours", async s =>
        {
            var officer = await Visitor.Named(s.Host, RunningHost.CouncilSecret, """{"user":{"id":"dl_x"}}""");
            var token = officer.Token;
            for (var quarters = 0; quarters < 47; quarters++)
            {
                s.Host.Time.Advance(TimeSpan.FromMinutes(15));
                token = (string)(await Visitor.Json(await s.Send(Post("/v3/directline/tokens/refresh", token))))["token"]!;
            }
            s.Host.Time.Advance(TimeSpan.FromMinutes(16));
            Assert.Equal(403, (int)(await s.Send(Post("/v3/directline/tokens/refresh", token))).StatusCode);
        }),

        // Roles that a browser claims.
        Defused("a role in the body of the page's token request", async s =>
        {
            var grant = await Visitor.Json(await s.Send(Post("/api/webchat/token?role=commissioner", body: """{"role":"commissioner","user":{"id":"dl_boss","role":"adviser"}}""")));
            Assert.Equal("Group", (string)new Visitor(s.Host, grant).Claims["role"]!);
        }),
        Defused("a role in an activity", async s =>
        {
            var log = await s.Alice.Send("""{"type":"message","text":"befriending in Bolton","from":{"id":"council/dl_boss","role":"commissioner"},"role":"Commissioner","channelData":{"role":"commissioner","tenant":{"id":"x"}}}""");
            Assert.Contains("for council commissioners", log, StringComparison.Ordinal);
            Assert.DoesNotContain("boss", log, StringComparison.Ordinal);
        }),
        Defused("an officer's button pressed by a group", async s =>
            Assert.Contains("for council commissioners", await s.Alice.Send("""{"type":"message","value":{"do":"search-providers","query":"befriending in Bolton"}}"""), StringComparison.Ordinal)),
        Defused("another user's id at the start", async s =>
        {
            await s.Send(s.Mallory.Post("/v3/directline/conversations?userId=council/dl_boss", new StringContent("""{"user":{"id":"council/dl_boss"}}""")));
            Assert.DoesNotContain("boss", await s.Mallory.Say("help"), StringComparison.Ordinal);
        }),

        // Origins.
        .. new[] { "https://evil.example", "null", "https://www.cvs.example.evil.example", "http://www.cvs.example", "https://www.cvs.example:444", "https://cvs.example", "https://www.cvs.example@evil.example", "file://" }
            .Select(origin => Refused("a page of the wrong origin asks for a token: " + origin, 403, _ => From(origin, Post("/api/webchat/token")))),
        Refused("a page of the wrong origin with a good token", 403, s => From("https://evil.example", s.Alice.Get(s.Alice.Home + "/activities"))),
        Refused("a page of another site with a token of ours", 403, s => From(RunningHost.Cvs, s.Alice.Get(s.Alice.Home + "/activities"))),
        Refused("a page of the wrong origin opens a stream", 403, s => From("https://evil.example", Get(new Uri(s.Alice.StreamUrl).PathAndQuery))),
        Refused("a page of the wrong origin forgets", 403, _ => From("https://evil.example", Post("/api/webchat/forget"))),
        Refused("a page of the wrong origin tries out the council", 403, _ => From("https://evil.example", Post("/council/token"))),
        Defused("a page of another site with a token of a third", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            Assert.Equal(200, (int)(await s.Send(From(RunningHost.Cvs, guest.Get(guest.Home + "/activities")))).StatusCode);
            Assert.Equal(403, (int)(await s.Send(From(RunningHost.Council, guest.Get(guest.Home + "/activities")))).StatusCode);
        }),
        Defused("a wrong origin asks in advance", async s =>
        {
            var answer = await Preflight(s, "https://evil.example");
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }),
        Defused("a right origin gets no more than it needs", async s =>
        {
            var answer = await Preflight(s, RunningHost.Cvs);
            Assert.Equal(RunningHost.Cvs, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Contains("x-ms-bot-agent", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Origin", answer.Headers.Vary);
        }),
        Defused("a page of another site sets no cookie and reads none", async s =>
        {
            var answer = await s.Send(From(RunningHost.Cvs, Post("/api/webchat/token")));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }),

        // Coming back.
        Refused("return: without a token", 401, _ => From(RunningHost.Cvs, Post("/api/webchat/return"))),
        Refused("return: from our own page, which has the cookie", 403, s => s.Alice.Post("/api/webchat/return")),
        Defused("return: with another site's token", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            Assert.Equal(401, (int)(await s.Send(From(RunningHost.Council, Post("/api/webchat/return", guest.ReturnToken)))).StatusCode);
        }),
        Defused("return: twice with the same token", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            s.Host.Time.Advance(TimeSpan.FromDays(80));
            var grant = await Visitor.Json(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken))));
            // Good for nothing but to start, which uses the return up.
            Assert.Equal(403, (int)(await s.Send(Get(guest.Home + "/activities", (string)grant["token"]!))).StatusCode);
            Assert.Equal(403, (int)(await s.Send(Post("/v3/directline/tokens/refresh", (string)grant["token"]!))).StatusCode);
            var back = await new Visitor(s.Host, grant).Begin();
            Assert.Equal((guest.Conversation, "Group"), (back.Conversation, (string)back.Claims["role"]!));
            Assert.NotEqual((string)guest.Claims["sid"]!, (string)back.Claims["sid"]!);
            s.Host.Time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(403, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken)))).StatusCode);
            Assert.Equal(200, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", back.ReturnToken)))).StatusCode);
        }),
        Defused("return: a stolen token is of no use once its owner has come back", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            var (thief, owner) = (await Return(s, guest), await Return(s, guest));
            await owner.Begin();
            s.Host.Time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(403, (int)(await s.Send(thief.Post("/v3/directline/conversations"))).StatusCode);
            Assert.Equal(403, (int)(await s.Send(thief.Get(thief.Home))).StatusCode);
            Assert.Equal(403, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", thief.ReturnToken)))).StatusCode);
            Assert.Equal(403, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken)))).StatusCode);
            // The owner's own request may come twice: its answer may have been lost.
            await owner.Begin();
            await (await Return(s, owner)).Begin();
        }),
        Defused("return: two tabs that open together and answers that get lost cost nobody the conversation", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            var (one, other) = (await (await Return(s, guest)).Begin(), await (await Return(s, guest)).Begin());
            s.Host.Time.Advance(TimeSpan.FromDays(1));
            foreach (var tab in new[] { one, other })
            {
                // Its page was closed before it started.
                var lost = await Return(s, tab);
                s.Host.Time.Advance(TimeSpan.FromDays(1));
                await (await Return(s, lost)).Begin();
                s.Host.Time.Advance(TimeSpan.FromDays(1));
                Assert.Equal(403, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", tab.ReturnToken)))).StatusCode);
            }
        }),
        Defused("return: after the device was cleared", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            Assert.Equal(204, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/forget", guest.ReturnToken)))).StatusCode);
            s.Host.Time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal(403, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken)))).StatusCode);
        }),
        Defused("return: after ninety days", async s =>
        {
            var guest = await Visitor.Come(s.Host, RunningHost.Cvs);
            s.Host.Time.Advance(TimeSpan.FromDays(91));
            Assert.Equal(401, (int)(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken)))).StatusCode);
        }),
        Defused("a visitor's cookie is out of reach for scripts and other sites", async s =>
        {
            var cookie = (await s.Send(Post("/api/webchat/token"))).Headers.GetValues("Set-Cookie").Single();
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }),
    ];

    private static Attack BadUser(string name, string user) =>
        Refused("generate: " + name, 400, _ => Post(Generate, RunningHost.CvsSecret, new JsonObject { ["user"] = JsonNode.Parse(user) }.ToJsonString()));

    private static async Task<Visitor> Return(Scene s, Visitor guest) =>
        new(s.Host, await Visitor.Json(await s.Send(From(RunningHost.Cvs, Post("/api/webchat/return", guest.ReturnToken)))));

    private static Task<HttpResponseMessage> Preflight(Scene s, string origin)
    {
        var request = From(origin, new HttpRequestMessage(HttpMethod.Options, s.Alice.Home + "/activities"));
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");
        return s.Send(request);
    }
}
