using System.Text.Json.Nodes;
using static CommissioningBot.Bot.Tests.Security.Attack;
using static CommissioningBot.Bot.Tests.Security.Scene;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Activities, addresses and headers that are too big, too deep, broken or pretend to be something else.</summary>
internal static class OnActivities
{
    public static IEnumerable<Attack> Rows =>
    [
        Refused("activity: 300 kB", 413, s => s.Alice.Activity($$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""")),
        Refused("activity: 300 kB of unstated length", 413, s =>
        {
            var request = s.Alice.Activity($$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""");
            request.Headers.TransferEncodingChunked = true;
            return request;
        }),
        Refused("activity: a thousand deep", 400, s => s.Alice.Activity("{\"value\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1001))),
        Refused("activity: arrays a thousand deep", 400, s => s.Alice.Activity("{\"entities\":" + new string('[', 1000) + new string(']', 1000) + "}")),
        .. new[] { "", "null", "7", "[]", "\"hello\"", "{", "{\"type\":7}", "{\"text\":{}}", "{\"text\":\"\\ud800\"}", "<activity/>", "{\"attachments\":7}" }
            .Select(body => Refused("activity: not one: " + body, 400, s => s.Alice.Activity(body))),
        Refused("activity: bytes that are no UTF-8", 400, s =>
            s.Alice.Post(s.Alice.Home + "/activities", new ByteArrayContent([.. Bytes("{\"text\":\""), 0xC3, 0x28, 0xFF, .. Bytes("\"}")]))),
        Refused("address: a conversation that never was", 403, s => s.Alice.Get("/v3/directline/conversations/00000000000000000000000000000000/activities")),
        Refused("address: a conversation with a path", 403, s => s.Alice.Get("/v3/directline/conversations/..%2f..%2fsigning.key/activities")),
        Refused("address: another case", 403, s => s.Alice.Get("/v3/directline/conversations/" + s.Alice.Conversation.ToUpperInvariant() + "/activities")),

        Defused("activity: who it is from, to and through is not believed", async s =>
        {
            var log = await s.Alice.Send("""
                {"type":"message","text":"help","id":"x|1","from":{"id":"dl_boss","name":"Boss","role":"bot"},"recipient":{"id":"dl_victim"},"serviceUrl":"https://evil.example",
                 "conversation":{"id":"other"},"channelId":"msteams","deliveryMode":"expectReplies","replyToId":"x|0","callerId":"urn:botframework:azure","timestamp":"2001-01-01T00:00:00Z",
                 "entities":[{"type":"evil"}],"attachments":[{"contentType":"text/html","contentUrl":"https://evil.example/a","name":"evil"}],"suggestedActions":{"actions":[]},"membersAdded":[{"id":"evil"}]}
                """);
            foreach (var word in new[] { "evil", "boss", "Boss", "victim", "msteams", "expectReplies", "urn:", "2001-" }) Assert.DoesNotContain(word, log, StringComparison.Ordinal);
            var sent = (await s.Alice.Activities()).Single(a => (string?)a!["text"] == "help")!;
            Assert.Equal((string)s.Alice.Claims["user"]!, (string)sent["from"]!["id"]!);
            Assert.Equal(s.Alice.Conversation, (string)sent["conversation"]!["id"]!);
        }),
        Defused("activity: channelData is kept only as far as it is needed", async s =>
        {
            var log = await s.Alice.Send($$"""{"type":"message","text":"help","channelData":{"clientActivityID":"one","postBack":true,"junk":"{{new string('j', 50_000)}}","answer":{"outcome":"answered"} } }""");
            Assert.DoesNotContain("jjj", log, StringComparison.Ordinal);
            Assert.Contains("\"channelData\":{\"clientActivityID\":\"one\",\"postBack\":true}", log, StringComparison.Ordinal);
        }),
        Defused("activity: a value of 100 kB is not kept", async s =>
        {
            var log = await s.Alice.Send($$$"""{"type":"message","value":{"do":"ask","question":"{{{new string('j', 100_000)}}}"}}""");
            Assert.DoesNotContain("jjj", log, StringComparison.Ordinal);
            Assert.Contains("do not know that button", log, StringComparison.Ordinal);
        }),
        Defused("activity: a text of 100 kB is answered with the limit and not kept whole", async s =>
        {
            var log = await s.Alice.Say(string.Concat(Enumerable.Repeat("why? ", 20_000)));
            Assert.Contains("1,000 letters", log, StringComparison.Ordinal);
            Assert.InRange(log.Length, 1, 20_000);
        }),
        Unshaken("half a character as the client's id", """{"type":"message","text":"help","channelData":{"clientActivityID":"\ud800"}}"""),
        Unshaken("half a character in a button", """{"type":"message","value":{"do":"ask","question":"\ud800"}}"""),
        Unshaken("a button's field twice", """{"type":"message","value":{"do":"help","do":"help"}}"""),
        Unshaken("a button's type as a .NET type", """{"type":"message","value":{"$type":"System.Diagnostics.Process","do":"help"}}"""),
        Unshaken("channelData that is a list", """{"type":"message","text":"help","channelData":[1]}"""),
        Unshaken("a value that is a text", """{"type":"message","text":"help","value":"x"}"""),
        Unshaken("an event of a made-up name", """{"type":"event","name":"clearDevice","value":{"x":1}}"""),
        Unshaken("members that are said to join", """{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}"""),
        Unshaken("an invoke", """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"x"}}}"""),
        Unshaken("an unknown type", """{"type":"endOfConversation"}"""),
        Defused("activity: somebody else's number for a message does not find her message", async s =>
        {
            await s.Alice.Send("""{"type":"message","text":"our rhubarb","channelData":{"clientActivityID":"same"}}""");
            var log = await s.Mallory.Send("""{"type":"message","text":"help","channelData":{"clientActivityID":"same"}}""");
            Assert.DoesNotContain("rhubarb", log, StringComparison.Ordinal);
        }),
        .. new[] { "-1", "abc", "99999999999999999999", "1;DROP TABLE turn", "%00", "1e9" }.Select(mark => Defused("watermark: " + mark, async s =>
            Assert.Contains("Hello", await (await s.Send(s.Alice.Get(s.Alice.Home + "/activities?watermark=" + mark))).Content.ReadAsStringAsync(), StringComparison.Ordinal))),
        Defused("headers: another method in disguise", async s =>
        {
            var request = s.Alice.Get(s.Alice.Home + "/activities");
            request.Headers.Add("X-HTTP-Method-Override", "POST");
            Assert.Contains("\"activities\"", await (await s.Send(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }),
        .. new[] { "PUT", "DELETE", "PATCH", "TRACE" }.Select(method => Defused("headers: method " + method, async s =>
            Assert.Contains((int)(await s.Send(new HttpRequestMessage(new HttpMethod(method), s.Alice.Home + "/activities"))).StatusCode, new[] { 405, 404 }))),
        Defused("headers: an address that only says so is not believed", async s =>
        {
            // Without known proxies the header changes neither the scheme of addresses nor who is counted.
            var request = s.Alice.Get(s.Alice.Home);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Original-Host", "evil.example");
            var grant = await Visitor.Json(await s.Send(request));
            Assert.StartsWith("ws://127.0.0.1", (string)grant["streamUrl"]!, StringComparison.Ordinal);
        }),
        Defused("headers: every answer tells browsers to be strict", async s =>
        {
            foreach (var path in new[] { "/", "/chat", "/widget.js", "/api/webchat/token", s.Alice.Home + "/activities", "/nothing-here" })
            {
                var answer = await s.Send(s.Alice.Get(path));
                Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
                Assert.NotEmpty(answer.Headers.GetValues("Referrer-Policy"));
                var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
                Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
                Assert.False(answer.Headers.Contains("Server"));
            }
        }),
    ];

    /// <summary>Whatever it is answered with, the conversation and the page without JavaScript go on.</summary>
    private static Attack Unshaken(string name, string activity) => Defused("activity: " + name, async s =>
    {
        var answer = await s.Send(s.Alice.Activity(activity));
        Assert.InRange((int)answer.StatusCode, 200, 499);
        var log = await s.Alice.Say("what is a PQQ?");
        Assert.DoesNotContain("went wrong", log, StringComparison.Ordinal);
        Assert.Contains("questionnaire", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain((await s.Alice.Activities()).OfType<JsonObject>(), a => (string?)a["type"] == "event" && (string?)a["from"]?["role"] == "bot");
    });
}
