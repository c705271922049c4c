using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Words that want to be markup: typed by a visitor, or written by a provider into a list.</summary>
internal static class OnWords
{
    private static readonly string[] Markup =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[press](javascript:alert(1))", "![x](https://evil.example/pixel)", "<a href=\"data:text/html,x\">x</a>",
        "<javascript:alert(1)>", "[x]: javascript:alert(1)", "`</code><script>alert(1)</script>`", "${alert(1)}", "&#60;script&#62;alert(1)&#60;/script&#62;",
    ];

    public static IEnumerable<Attack> Rows =>
    [
        .. Markup.Select(text => Defused("typed: " + text, async s =>
        {
            await s.Alice.Say(text);
            Harmless(await Page(s, s.Alice));
            // To Web Chat it is plain text, and no reply repeats it as anything else.
            Assert.All(await s.Alice.Activities(), a =>
            {
                var words = (string?)a!["text"] ?? "";
                if ((string?)a["from"]!["role"] == "bot") Assert.DoesNotMatch(@"\]\(javascript:|(?<!\\)<(script|img|a) ", words);
                else Assert.Equal("plain", (string?)a["textFormat"]);
            });
        })),
        .. Markup[..6].Select((text, i) => new Attack("written by a provider: " + text, async host =>
        {
            var quoted = text.Replace("\"", "\"\"", StringComparison.Ordinal);
            host.ImportProviders($"Name,Town,Postcode,What you do,Who for,Website\n\"Lunch {i} {quoted}\",Bolton,BL1 1AA,\"Weekly lunch club {quoted}\",Older people,\"javascript:alert({i})\"\n");
            var officer = await Visitor.Named(host, RunningHost.CouncilSecret, """{"user":{"id":"dl_officer","name":"[Ann](javascript:alert(1))"}}""");
            var log = await officer.Say("lunch club for older people in Bolton");
            Assert.Contains("Lunch " + i, log, StringComparison.Ordinal);
            foreach (var reply in (await officer.Activities()).Where(a => (string?)a!["from"]!["role"] == "bot"))
            {
                Harmless(Conversation.Markdown.ToHtml((string?)reply!["text"] ?? ""));
                if (reply["attachments"] is { } cards) Assert.DoesNotContain("openUrl", cards.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            }
        })),
        .. new (string Name, string Hidden)[]
        {
            ("tag characters", "\U000E0041\U000E0042"), ("direction turned round", "\u202E\u2066"), ("zero-width characters", "\u200B\u200D\uFEFF"), ("control characters", "\u0007\u001B[31m"), ("private use", "\uE000"),
        }.Select(row => Defused("typed: " + row.Name, async s =>
        {
            var log = await s.Alice.Say($"what is a P{row.Hidden}QQ?");
            foreach (var rune in row.Hidden.EnumerateRunes().Where(r => r.Value is > 126 or < 32)) Assert.DoesNotContain(rune.ToString(), log, StringComparison.Ordinal);
        })),
        Defused("typed: a card as text stays text", async s =>
        {
            await s.Alice.Say("""{"type":"AdaptiveCard","actions":[{"type":"Action.OpenUrl","url":"javascript:alert(1)"}]}""");
            Assert.DoesNotContain(await s.Alice.Activities(), a => a!["attachments"]?.ToJsonString().Contains("OpenUrl", StringComparison.Ordinal) == true);
        }),
        Defused("a name with markup is only a name", async s =>
        {
            var officer = await Visitor.Named(s.Host, RunningHost.CouncilSecret, """{"user":{"id":"dl_officer","name":"<img src=x onerror=alert(1)>"}}""");
            await officer.Say("help");
            Assert.All((await officer.Activities()).Where(a => (string?)a!["from"]!["role"] == "bot"), a => Assert.DoesNotContain("onerror", (string?)a!["text"] ?? "", StringComparison.Ordinal));
        }),
        Defused("the page without JavaScript: a draft in its address", async s =>
            Harmless(await (await s.Send(Scene.Get("/chat?draft=" + Uri.EscapeDataString("</textarea><script>alert(1)</script>")))).Content.ReadAsStringAsync())),
        Defused("a log line of what somebody typed", async s =>
        {
            await s.Alice.Say("forged\r\nError: all is lost");
            Assert.Equal(200, (int)(await s.Send(s.Alice.Get(s.Alice.Home + "/activities"))).StatusCode);
        }),
    ];

    /// <summary>The visitor's conversation as HTML, as the page without JavaScript makes it.</summary>
    private static async Task<string> Page(Scene s, Visitor visitor)
    {
        var log = (await visitor.Activities()).Select(a => Bot.Conversation.Activity.FromJson(a!.ToJsonString())).ToList();
        return string.Concat(Bot.Chat.ChatChoices.Messages(log).Select(m => m.Html));
    }

    private static void Harmless(string html)
    {
        Assert.DoesNotMatch("(?i)<(script|img|iframe|object|svg)[^>]*(alert|onerror|evil)", html);
        Assert.DoesNotMatch("(?i)<script>alert", html);
        Assert.DoesNotMatch("(?i)(href|src)=\"?\\s*(javascript|data):", html);
        Assert.DoesNotContain("src=\"https://evil.example", html, StringComparison.Ordinal);
    }
}
