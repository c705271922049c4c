using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using static CommissioningBot.Bot.Tests.Security.Attack;
using static CommissioningBot.Bot.Tests.Security.Scene;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Other people's, forged, late and misused tokens.</summary>
internal static class OnTokens
{
    public static IEnumerable<Attack> Rows =>
    [
        // Another conversation's token, on every route.
        Refused("stranger's token: reconnect", 403, s => s.Mallory.Get(s.Alice.Home)),
        Refused("stranger's token: read", 403, s => s.Mallory.Get(s.Alice.Home + "/activities")),
        Refused("stranger's token: read with a watermark", 403, s => s.Mallory.Get(s.Alice.Home + "/activities?watermark=0")),
        Refused("stranger's token: write", 403, s => s.Mallory.Post(s.Alice.Home + "/activities", new StringContent("""{"type":"message","text":"hi"}"""))),
        Refused("stranger's token: upload", 403, s => s.Mallory.Post(s.Alice.Home + "/upload", Form(("a.txt", Bytes("hello"))))),
        Refused("stranger's token: stream", 403, s => Get(s.Alice.Home + "/stream?t=" + s.Mallory.StreamUrl.Split("t=")[^1])),
        new("stranger's token: file", async host =>
        {
            var s = await Set(host);
            var file = await OnFiles.Upload(s, "a.txt", Bytes("private"));
            Assert.Equal(403, (int)(await s.Send(s.Mallory.Get(file.AbsolutePath))).StatusCode);
            Assert.Equal(200, (int)(await s.Send(s.Alice.Get(file.AbsolutePath))).StatusCode);
        }),

        // None at all, on every route.
        .. new (HttpMethod Method, string Path)[]
        {
            (HttpMethod.Post, "/v3/directline/tokens/generate"), (HttpMethod.Post, "/v3/directline/tokens/refresh"), (HttpMethod.Get, "/v3/directline/session/getsessionid"),
            (HttpMethod.Post, "/v3/directline/conversations"), (HttpMethod.Get, "HOME"), (HttpMethod.Get, "HOME/activities"), (HttpMethod.Post, "HOME/activities"),
            (HttpMethod.Post, "HOME/upload"), (HttpMethod.Get, "HOME/files/0123456789abcdef0123456789abcdef.txt"),
        }.Select(r => Refused($"no token: {r.Method} {r.Path}", 401, s => new HttpRequestMessage(r.Method, r.Path.Replace("HOME", s.Alice.Home, StringComparison.Ordinal)))),
        Refused("no token: stream", 403, s => Get(s.Alice.Home + "/stream")),

        // Forged.
        Forged("algorithm none, no signature", t => Encode("""{"alg":"none","typ":"JWT"}""") + "." + t[1] + "."),
        Forged("algorithm none, old signature", t => Encode("""{"alg":"none","typ":"JWT"}""") + "." + t[1] + "." + t[2]),
        Forged("algorithm changed to RS256", t => Encode("""{"alg":"RS256","typ":"JWT"}""") + "." + t[1] + "." + t[2]),
        Forged("with a key in its header", t => Encode("""{"alg":"HS256","typ":"JWT","jwk":{"kty":"oct","k":"AAAA"}}""") + "." + t[1] + "." + t[2]),
        Forged("signed with another key", t => $"{t[0]}.{t[1]}." + Signed($"{t[0]}.{t[1]}", "another key")),
        Forged("signed with no key", t => $"{t[0]}.{t[1]}." + Signed($"{t[0]}.{t[1]}", "")),
        Forged("role raised", t => $"{t[0]}.{Changed(t[1], "role", "Commissioner")}.{t[2]}"),
        Forged("time stretched", t => $"{t[0]}.{Changed(t[1], "exp", 9999999999)}.{t[2]}"),
        Forged("signature cut short", t => $"{t[0]}.{t[1]}.{t[2][..10]}"),
        Forged("signature left out", t => $"{t[0]}.{t[1]}"),
        Forged("signature not ASCII", t => $"{t[0]}.{t[1]}.%E2%82%AC"),
        Forged("payload that is no JSON", t => $"{t[0]}.AAAA.{t[2]}"),
        Forged("three thousand letters", _ => new string('a', 3000)),
        Forged("dots only", _ => ".."),
        Refused("token in the address instead of the header", 401, s => Get($"{s.Alice.Home}/activities?t={s.Alice.Token}")),
        Refused("another scheme", 401, s =>
        {
            var request = Get(s.Alice.Home + "/activities");
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + s.Alice.Token);
            return request;
        }),

        // Ours, but for something else.
        Misused("a visitor's cookie", SignedTokens.Visitor),
        Misused("a stream's address", SignedTokens.Stream),
        Misused("a return token", SignedTokens.Return),
        Misused("a file's address", SignedTokens.UploadedFile),
        Misused("a link to a result", SignedTokens.Result),
        Refused("a chat token as a stream's address", 403, s => Get($"{s.Alice.Home}/stream?t={s.Alice.Token}")),
        Refused("a chat token as a return token", 401, s => From(RunningHost.Cvs, Post("/api/webchat/return", s.Alice.Token))),
        Refused("a chat token as a secret", 401, s => Post("/v3/directline/tokens/generate", s.Alice.Token)),
        new("a chat token as a link to a result", async host =>
        {
            var s = await Set(host);
            Assert.Equal(404, (int)(await s.Send(Get("/results/" + s.Alice.Token))).StatusCode);
        }),

        // Late.
        .. new[] { "/v3/directline/tokens/refresh", "HOME", "HOME/activities" }.Select(path => new Attack("an expired token: " + path, async host =>
        {
            var s = await Set(host);
            host.Time.Advance(TimeSpan.FromMinutes(31));
            var address = path.Replace("HOME", s.Alice.Home, StringComparison.Ordinal);
            var response = await s.Send(path.EndsWith("refresh", StringComparison.Ordinal) ? s.Alice.Post(address) : s.Alice.Get(address));
            Assert.Equal(403, (int)response.StatusCode);
            Assert.Contains("TokenExpired", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        })),
        new("a stream's address after a minute", async host =>
        {
            var s = await Set(host);
            host.Time.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal(403, (int)(await s.Send(Get(new Uri(s.Alice.StreamUrl).PathAndQuery))).StatusCode);
        }),
        Refused("a stream without a WebSocket", 400, s => Get(new Uri(s.Alice.StreamUrl).PathAndQuery)),
        new("a deleted conversation: every read ends", async host =>
        {
            var s = await Set(host);
            await host.Get<Knowledge.Storage.IConversationStore>().DeleteExpired(host.Time.GetUtcNow().AddDays(1), host.Time.GetUtcNow());
            foreach (var request in new[] { s.Alice.Get(s.Alice.Home), s.Alice.Get(s.Alice.Home + "/activities"), s.Alice.Activity("""{"type":"message","text":"x"}"""), Get(new Uri(s.Alice.StreamUrl).PathAndQuery + "&x") })
                Assert.Contains((int)(await s.Send(request)).StatusCode, new[] { 404, 400, 403 });
            Assert.Equal(404, (int)(await s.Send(s.Alice.Get(s.Alice.Home + "/activities"))).StatusCode);
        }),
    ];

    private static Attack Forged(string name, Func<string[], string> forge) =>
        Refused("forged: " + name, 401, s => Get(s.Alice.Home + "/activities", forge(s.Alice.Token.Split('.'))));

    private static Attack Misused(string name, string use) =>
        Refused($"{name} as a chat token", 401, s => Get(
            s.Alice.Home + "/activities", s.Host.Get<SignedTokens>().Sign(use, "dl_x", s.Alice.Conversation, Role.Group, TimeSpan.FromHours(1))));

    private static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string Signed(string body, string key) => System.Buffers.Text.Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body)));

    private static string Changed(string payload, string field, JsonNode value)
    {
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload))!.AsObject();
        claims[field] = value;
        return Encode(claims.ToJsonString());
    }
}
