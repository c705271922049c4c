using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Those who would like to read what a group has answered and were not shown it.</summary>
internal static partial class OnSharing
{
    private const string Answer = "We have signed rules";

    public static IEnumerable<Attack> Rows =>
    [
        Defused("sharing: another visitor with the right code", async s =>
        {
            var shared = await Share(s);
            var log = await s.Mallory.Say(shared.Code);
            Assert.Contains("for council officers and advisers", log, StringComparison.Ordinal);
            Assert.DoesNotContain(Answer, log, StringComparison.Ordinal);
            Assert.Empty((await Kept(s, shared)).Openings);
        }),
        .. new[] { "open-shared", "choose-seen", "mark-seen", "plan-read" }.SelectMany(act => new[] { Role.Group, Role.Commissioner, Role.Adviser }.Select(role =>
            Defused($"sharing: a hand-made {act} of a {role} who never had the code", async s =>
            {
                var shared = await Share(s);
                var stranger = role == Role.Group ? s.Mallory : await Named(s, role);
                var log = await stranger.Send($$"""{"type":"message","value":{"do":"{{act}}","code":"{{(await Kept(s, shared)).Code}}","item":"G1"} }""");
                Assert.DoesNotContain(Answer, log, StringComparison.Ordinal);
                Assert.DoesNotContain("Written rules", log, StringComparison.Ordinal);
                var kept = await Kept(s, shared);
                Assert.True(kept is { Openings.Count: 0, Seen.Count: 0, PlanRead: null });
            }))),
        .. new[] { "share", "ticks", "tick", "tick-area", "share-name", "share-everything", "viewing-code", "stop-sharing", "openings" }.Select(act =>
            Defused($"sharing: a hand-made {act} on another group's check", async s =>
            {
                var shared = await Share(s);
                var before = JsonSerializer.Serialize(await Kept(s, shared));
                var log = await s.Mallory.Send($$"""{"type":"message","value":{"do":"{{act}}","assessment":"{{shared.Assessment}}","item":"G1","area":"Governance","on":true,"days":30} }""");
                Assert.Contains("belongs to a health check that is not open here", log, StringComparison.Ordinal);
                Assert.Equal(before, JsonSerializer.Serialize(await Kept(s, shared)));
            })),
        Defused("sharing: an adviser who has one group's code sends another's by hand", async s =>
        {
            var shared = await Share(s);
            var adviser = await Named(s, Role.Adviser);
            await adviser.Say((await Share(s with { Alice = s.Mallory })).Code);
            var before = await adviser.Log();
            foreach (var act in new[] { "open-shared", "choose-seen", "mark-seen" })
            {
                var log = await adviser.Send($$"""{"type":"message","value":{"do":"{{act}}","code":"{{(await Kept(s, shared)).Code}}","item":"G1"} }""");
                Assert.DoesNotContain(Answer, log[before.Length..], StringComparison.Ordinal);
            }
            Assert.True(await Kept(s, shared) is { Openings.Count: 0, Seen.Count: 0 });
        }),
        Defused("sharing: an officer marks what only an adviser may", async s =>
        {
            var shared = await Share(s);
            var officer = await Named(s, Role.Commissioner);
            Assert.Contains(Answer, await officer.Say(shared.Code), StringComparison.Ordinal);
            var code = (await Kept(s, shared)).Code;
            await officer.Send($$"""{"type":"message","value":{"do":"mark-seen","code":"{{code}}","item":"G1"} }""");
            await officer.Send($$"""{"type":"message","value":{"do":"plan-read","code":"{{code}}"} }""");
            Assert.True(await Kept(s, shared) is { Openings.Count: 1, Seen.Count: 0, PlanRead: null });
        }),
        Defused("sharing: a low answer that was not ticked, by officer and adviser", async s =>
        {
            var shared = await Share(s);
            foreach (var role in new[] { Role.Commissioner, Role.Adviser }) Assert.DoesNotContain("Committee", await (await Named(s, role)).Say(shared.Code), StringComparison.Ordinal);
        }),
        Defused("sharing: guesses are counted by person, whatever the conversation", async s =>
        {
            var shared = await Share(s);
            for (var i = 0; i < 5; i++) Assert.Contains("opens nothing", await (await Named(s, Role.Commissioner, "dl_guesser")).Say($"view-acorn-amber-anchor-{Words[i]}"), StringComparison.Ordinal);
            var log = await (await Named(s, Role.Commissioner, "dl_guesser")).Say(shared.Code);
            Assert.Contains("Too many wrong codes", log, StringComparison.Ordinal);
            Assert.DoesNotContain(Answer, log, StringComparison.Ordinal);
        }),
        Defused("sharing: a viewing code opens nothing as a resume code, and the other way round", async s =>
        {
            var shared = await Share(s);
            var words = shared.Code["view-".Length..].Replace('-', ' ');
            Assert.DoesNotContain("Welcome back", await s.Mallory.Say("resume " + words) + await s.Mallory.Say("resume " + shared.Code), StringComparison.Ordinal);
            var resume = ResumeCode().Match(await s.Alice.Say("our resume code")).Groups[1].Value;
            Assert.NotEmpty(resume);
            Assert.DoesNotContain(Answer, await (await Named(s, Role.Commissioner)).Say("view " + resume), StringComparison.Ordinal);
        }),
        Defused("sharing: the code that was replaced, withdrawn, or of a check that was deleted", async s =>
        {
            var shared = await Share(s);
            var second = Code(await s.Alice.Say("share our check") + await s.Alice.Say("Give us a code for 7 days"));
            Assert.NotEqual(shared.Code, second);
            Assert.DoesNotContain(Answer, await (await Named(s, Role.Commissioner)).Say(shared.Code), StringComparison.Ordinal);
            await s.Alice.Say("stop sharing");
            Assert.DoesNotContain(Answer, await (await Named(s, Role.Commissioner)).Say(second), StringComparison.Ordinal);
            var third = Code(await s.Alice.Say("share our check") + await s.Alice.Say("Give us a code for 7 days"));
            await s.Alice.Say("delete our data");
            await s.Alice.Say("Yes, delete everything");
            Assert.DoesNotContain(Answer, await (await Named(s, Role.Adviser)).Say(third), StringComparison.Ordinal);
            Assert.Null(await s.Host.Get<IConversationStore>().Load(KeptShare.Key(shared.Assessment)));
            Assert.Null(await s.Host.Get<IConversationStore>().Load(KeptViewingCode.Key(s.Host.Get<ViewingCodes>().Fingerprint(third)!)));
        }),
        Defused("sharing: the page of an opening, after it was withdrawn", async s =>
        {
            var shared = await Share(s);
            var page = Page(await (await Named(s, Role.Commissioner)).Say(shared.Code));
            var open = await s.Send(Scene.Get(page));
            Assert.Contains(Answer, await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-store", open.Headers.CacheControl?.ToString());
            await s.Alice.Say("stop sharing");
            Assert.Equal(404, (int)(await s.Send(Scene.Get(page))).StatusCode);
        }),
        Defused("sharing: tokens of other uses and roles at the page's address", async s =>
        {
            var shared = await Share(s);
            var (tokens, code) = (s.Host.Get<SignedTokens>(), (await Kept(s, shared)).Code!);
            string[] wrong =
            [
                code, shared.Code, s.Alice.Token, "", "x.y.z",
                tokens.Sign(SignedTokens.Shared, code, "", Role.Group, SharedLinks.Valid), tokens.Sign(SignedTokens.Result, code, "", Role.Adviser, SharedLinks.Valid),
                tokens.Sign(SignedTokens.Shared, shared.Assessment, "", Role.Adviser, SharedLinks.Valid), tokens.Sign(SignedTokens.Shared, code, "", Role.Adviser, TimeSpan.FromSeconds(-1)),
            ];
            foreach (var token in wrong) Assert.Equal(404, (int)(await s.Send(Scene.Get("/shared/" + Uri.EscapeDataString(token)))).StatusCode);
            var good = tokens.Sign(SignedTokens.Shared, code, "", Role.Commissioner, SharedLinks.Valid);
            Assert.Equal(200, (int)(await s.Send(Scene.Get("/shared/" + good))).StatusCode);
            foreach (var path in new[] { "", "/year", "/print", "/calendar.ics" }) Assert.Equal(404, (int)(await s.Send(Scene.Get("/results/" + good + path))).StatusCode);
        }),
        Defused("sharing: the page of the area report, by anybody but an adviser", async s =>
        {
            var tokens = s.Host.Get<SignedTokens>();
            foreach (var token in new[] { "x", s.Alice.Token, tokens.Sign(SignedTokens.AreaReport, "", "", Role.Commissioner, SharedLinks.Valid), tokens.Sign(SignedTokens.Shared, "", "", Role.Adviser, SharedLinks.Valid) })
                Assert.Equal(404, (int)(await s.Send(Scene.Get("/area-report/" + token))).StatusCode);
            var page = await s.Send(Scene.Get("/area-report/" + tokens.Sign(SignedTokens.AreaReport, "", "", Role.Adviser, SharedLinks.Valid)));
            Assert.Contains("There is no area report yet", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await s.Host.Get<IConversationStore>().Change(new StoreChange
            {
                Records = [new RecordChange(new RecordKey("area-report", "2026-06-30"), """{"through":"2026-06-30","groups":20,"areas":[{"area":"Finances","weak":10}],"routes":[{"route":"SmallGrant","groups":20,"stops":[{"itemId":"F1","groups":10}]}],"otherRoutes":0,"training":[{"need":"Costing","groups":null}],"again":{"groups":10,"areas":[{"area":"Finances","up":5,"down":null}]}}""")],
            });
            page = await s.Send(Scene.Get("/area-report/" + tokens.Sign(SignedTokens.AreaReport, "", "", Role.Adviser, SharedLinks.Valid)));
            var html = await page.Content.ReadAsStringAsync();
            foreach (var word in new[] { "30 June 2026", "Your money", "A small grant (about 20 groups): Bank account (about 10)", "not told", "Higher, of about 10" }) Assert.Contains(word, html, StringComparison.Ordinal);
            await s.Host.Get<IConversationStore>().Change(new StoreChange { Records = [new RecordChange(new RecordKey("area-report", "2026-06-30"), null)] });
        }),
        Defused("sharing: what the officer's conversation and the audit keep of it", async s =>
        {
            var shared = await Share(s);
            var officer = await Named(s, Role.Commissioner, "dl_ann", "Ann Officer");
            var log = await officer.Say(shared.Code);
            Assert.DoesNotContain(shared.Code, log, StringComparison.Ordinal);
            Assert.DoesNotContain(shared.Assessment, log, StringComparison.Ordinal);
            Assert.Equal("Ann Officer", Assert.Single((await Kept(s, shared)).Openings).Name);
            Assert.Contains("a council officer (Ann Officer)", await s.Alice.Say("who has seen our check?"), StringComparison.Ordinal);
            var audit = string.Concat((await s.Host.Get<IConversationStore>().Records("audit")).Select(r => r.Body));
            Assert.Contains("council/dl_ann", audit, StringComparison.Ordinal);
            foreach (var own in new[] { shared.Assessment, "rules", shared.Code }) Assert.DoesNotContain(own, audit, StringComparison.Ordinal);
        }),
        Defused("sharing: the code is nowhere but in the group's own conversation", async s =>
        {
            var shared = await Share(s);
            var bodies = (await s.Host.Get<IConversationStore>().Records("viewing-code")).Concat(await s.Host.Get<IConversationStore>().Records("share"));
            Assert.DoesNotContain(bodies, r => r.Body.Contains(shared.Code["view-".Length..], StringComparison.Ordinal) || r.Key.Id.Contains(shared.Code["view-".Length..], StringComparison.Ordinal));
        }),
    ];

    public static IEnumerable<Attack> ListingRows =>
    [
        .. new[] { "be-listed", "change-listing", "agree-to-listing", "withdraw-listing" }.Select(act => Defused($"listing: a hand-made {act} on another group's entry", async s =>
        {
            var listing = await AskToBeListed(s, "A lunch club");
            var log = await s.Mallory.Send($$"""{"type":"message","value":{"do":"{{act}}","assessment":"{{listing.Assessment}}","field":"name"} }""");
            Assert.Contains("belongs to a health check that is not open here", log, StringComparison.Ordinal);
            Assert.Equal(ListingState.Asked, (await Listing(s, listing.Id))!.State);
        })),
        .. new[] { Role.Group, Role.Commissioner }.Select(role => Defused($"listing: a {role} confirms an entry", async s =>
        {
            var listing = await AskToBeListed(s, "A lunch club");
            var stranger = role == Role.Group ? s.Alice : await Named(s, role);
            await stranger.Send($$"""{"type":"message","value":{"do":"decide-listing","listing":"{{listing.Id}}","confirm":true} }""");
            Assert.DoesNotContain("A lunch club", role == Role.Group ? "" : await stranger.Say("listing requests"), StringComparison.Ordinal);
            Assert.Equal(ListingState.Asked, (await Listing(s, listing.Id))!.State);
        })),
        Defused("listing: an entry with markup, read by adviser and officer", async s =>
        {
            const string Name = "Club <img src=x onerror=alert(1)> [press](javascript:alert(1))";
            var listing = await AskToBeListed(s, Name);
            var adviser = await Named(s, Role.Adviser);
            await adviser.Say("listing requests");
            await adviser.Send($$"""{"type":"message","value":{"do":"decide-listing","listing":"{{listing.Id}}","confirm":true} }""");
            Assert.Equal(ListingState.Confirmed, (await Listing(s, listing.Id))!.State);
            await s.Host.Get<ListedGroups>().Refresh(default);
            var officer = await Named(s, Role.Commissioner);
            Assert.Contains("listed by the group itself", await officer.Say("lunch club for older people in Farnworth"), StringComparison.Ordinal);
            foreach (var reply in (await adviser.Activities()).Concat(await officer.Activities()).Where(a => (string?)a!["from"]!["role"] == "bot"))
            {
                var html = Markdown.ToHtml((string?)reply!["text"] ?? "");
                Assert.DoesNotMatch("(?i)<(script|img)[^>]*alert|href=\"?javascript:", html);
            }
            await s.Alice.Say("withdraw our listing");
            await s.Host.Get<ListedGroups>().Refresh(default);
            Assert.DoesNotContain("listed by the group itself", await (await Named(s, Role.Commissioner)).Say("lunch club for older people in Farnworth"), StringComparison.Ordinal);
        }),
    ];

    internal static async Task<KeptListing> AskToBeListed(Scene s, string name, bool groups = true)
    {
        foreach (var text in new[] { "health check", "a small grant", "stop", "list us", name, "A lunch club on Tuesdays", "older people", "Farnworth, BL4 9AA", "info@club.example", groups ? "Yes, ask an adviser to list us" : "Yes, but show it to officers only" }) await s.Alice.Say(text);
        var state = ConversationState.FromJson((await s.Host.Get<IConversationStore>().Load("web/" + s.Alice.Conversation))!.State);
        var listing = (await Listing(s, KeptListing.IdOf(state.HealthCheck!.Assessment)))!;
        Assert.Equal("Farnworth, BL4", listing[ListingFields.Place]);
        return listing;
    }

    internal static async Task<KeptListing?> Listing(Scene s, string id) =>
        await s.Host.Get<IConversationStore>().Load(KeptListing.Key(id)) is { } stored ? JsonSerializer.Deserialize(stored.Body, ListingJson.Default.KeptListing) : null;

    private static readonly string[] Words = ["apple", "apron", "acorn", "amber", "anchor"];

    internal sealed record Shared(string Assessment, string Code);

    /// <summary>The first visitor answers that her rules are in place and that her committee is not there yet, and gives a viewing code.</summary>
    internal static async Task<Shared> Share(Scene s)
    {
        string log = "";
        foreach (var text in new[] { "health check", "a small grant", "a group or club with written rules", "£3,000", "neither", "none", "in place", "not yet", "share our check", "Give us a code for 30 days" }) log = await s.Alice.Say(text);
        var state = ConversationState.FromJson((await s.Host.Get<IConversationStore>().Load("web/" + s.Alice.Conversation))!.State);
        return new Shared(state.HealthCheck!.Assessment, Code(log));
    }

    internal static async Task<KeptShare> Kept(Scene s, Shared shared) =>
        JsonSerializer.Deserialize((await s.Host.Get<IConversationStore>().Load(KeptShare.Key(shared.Assessment)))!.Body, SharingJson.Default.KeptShare)!;

    internal static Task<Visitor> Named(Scene s, Role role, string? id = null, string? name = null) =>
        Visitor.Named(s.Host, role == Role.Adviser ? RunningHost.AdviserSecret : RunningHost.CouncilSecret,
            JsonSerializer.Serialize(new { user = new { id = id ?? "dl_" + Guid.NewGuid().ToString("N"), name } }));

    private static string Code(string log) => ViewingCode().Matches(log)[^1].Groups[1].Value;

    private static string Page(string log) => SharedPage().Matches(log)[^1].Value;

    [GeneratedRegex(@"viewing code is: \*\*(view(?:-\w+){4})\*\*")]
    private static partial Regex ViewingCode();

    [GeneratedRegex(@"\*\*resume ((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex ResumeCode();

    [GeneratedRegex(@"/shared/[\w.-]+")]
    private static partial Regex SharedPage();
}
