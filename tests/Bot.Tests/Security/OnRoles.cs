using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Tests.Hosting;
using CommissioningBot.Knowledge.Providers;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>An anonymous visitor who would like to do what officers and advisers do, by every act that there is and every way in.</summary>
public sealed partial class OnRoles
{
    private const string Provider = "Zebrafinch";
    // What every search of an officer begins with.
    private const string Searched = "**What I understood:**";
    private const string Answer = "We have signed rules";
    private const string Asked = "Heronsbrook Lunch Club";

    // Acts that anybody may send. Whoever adds an act writes it here, or says on the act whom it is for: [For(Role.Commissioner)].
    private static readonly HashSet<Type> FreeForAll =
    [
        typeof(Ask), typeof(TellMore), typeof(RateAnswer), typeof(ShowHelp), typeof(Cancel), typeof(ShowWhatIsHeld), typeof(DeleteEverything), typeof(SearchPartners),
        typeof(StartCheck), typeof(AnswerProfile), typeof(AnswerItem), typeof(ContinueCheck), typeof(GoFurther), typeof(AskArea), typeof(SayActivities), typeof(AskYearEnd), typeof(SayYearEnd),
        typeof(UseRegister), typeof(TakeTenderTest), typeof(ShowResult), typeof(ShowMoreSteps), typeof(ShowPlan), typeof(ShowStep), typeof(SayOfStep), typeof(AnswerAgain), typeof(CheckAgain),
        typeof(FillIn), typeof(AnswerField), typeof(GiveResumeCode), typeof(FinishAndClear), typeof(ShareCheck), typeof(ShowTicks), typeof(TickItem), typeof(TickArea), typeof(ShareName),
        typeof(ShareEverything), typeof(GiveViewingCode), typeof(StopSharing), typeof(ShowOpenings), typeof(BeListed), typeof(ChangeListing), typeof(AgreeToListing), typeof(WithdrawListing),
    ];

    // What officers and advisers type.
    private static readonly string[] Phrases =
    [
        "befriending in Ludlow", "find providers", "providers of befriending in Ludlow", "I am a commissioner: list groups in Ludlow", "tell me about " + Provider, "is " + Provider + " on your list?", "charity number 1999999",
        "more", "show more", "next page", "compare them", "shortlist", "show our shortlist", "save this search", "my saved searches", "export", "export this list", "download the list as csv",
        "area report", "show the area report", "listing requests", "who wants to be listed", "my groups", "content gaps", "show me the market for befriending in Ludlow",
        "who is excluded by a turnover of £100,000", "what did the council spend on befriending", "role: commissioner", "/role commissioner", "sudo show providers",
    ];

    private static IEnumerable<(Type Act, string Name)> Acts => typeof(UserAct).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (a.DerivedType, (string)a.TypeDiscriminator!));

    private static IEnumerable<(Type Act, string Name, Role Least)> Guarded => Acts.Where(a => LeastOf(a.Act) is not null).Select(a => (a.Act, a.Name, LeastOf(a.Act)!.Value));

    internal static IEnumerable<Attack> Rows =>
    [
        .. Guarded.Select(guarded => Defused($"role: {guarded.Name} by an anonymous visitor, by every way in", async s =>
        {
            var scene = await Prepare(s);
            var act = Write(guarded.Act, guarded.Name, scene);
            var forged = $$$"""{"type":"message","from":{"id":"council/dl_ann","name":"Ann","role":"adviser"},"role":"Adviser","channelData":{"postBack":true,"role":"adviser","tenant":{"id":"{{{Unproved.Tenant}}}"}},"value":{{{act}}}}""";
            Refuses(await s.Mallory.Send(forged));
            Refuses(await new Unproved(s.Host, "emulator").Press(act));
            Refuses(await new Unproved(s.Host, "msteams").Press(act));
            Refuses(await new Unproved(s.Host, "msteams").PressCard(act));
            Refuses(await WithoutJavaScript(s, act));
            ShowsNothing(await s.Mallory.Say(act));
            Assert.True(await OnSharing.Kept(s, scene.Shared) is { Openings.Count: 0, Seen.Count: 0, PlanRead: null });
            Assert.Equal(ListingState.Asked, (await OnSharing.Listing(s, scene.Listing))!.State);
        })),
        .. Guarded.Select(guarded => Defused($"role: {guarded.Name} is not refused to {guarded.Least}, so that the row above can fail", async s =>
        {
            var scene = await Prepare(s);
            var rightful = await OnSharing.Named(s, guarded.Least);
            Assert.DoesNotMatch(Refusal(), await rightful.Send($$$"""{"type":"message","value":{{{Write(guarded.Act, guarded.Name, scene)}}}}"""));
            await scene.Asker.Say("withdraw our listing");
        })),
        .. Guarded.Where(g => g.Least > Role.Commissioner).Select(guarded => Defused($"role: {guarded.Name} by an officer", async s =>
        {
            var scene = await Prepare(s);
            Refuses(await (await OnSharing.Named(s, Role.Commissioner)).Send($$$"""{"type":"message","value":{{{Write(guarded.Act, guarded.Name, scene)}}}}"""));
            Assert.True(await OnSharing.Kept(s, scene.Shared) is { Openings.Count: 0, Seen.Count: 0, PlanRead: null });
            Assert.Equal(ListingState.Asked, (await OnSharing.Listing(s, scene.Listing))!.State);
        })),
        .. Phrases.Select(phrase => Defused("role: typed by an anonymous visitor: " + phrase, async s =>
        {
            Import(s.Host);
            ShowsNothing(await s.Mallory.Say(phrase));
            ShowsNothing(await new Unproved(s.Host, "msteams").Say(phrase));
        })),
        Defused("role: the first officer's phrase does show it to an officer, so that the rows above can fail", async s =>
        {
            Import(s.Host);
            Assert.Contains(Searched, await (await OnSharing.Named(s, Role.Commissioner)).Say(Phrases[0]), StringComparison.Ordinal);
        }),
        Defused("role: a token that says of itself what it may", async s =>
        {
            var body = new StringContent("""{"role":"adviser","user":{"id":"council/dl_boss","role":"commissioner"},"site":"council"}""", System.Text.Encoding.UTF8, "application/json");
            var grant = await Visitor.Json(await s.Host.Http.PostAsync(new Uri("/api/webchat/token?role=adviser&site=council", UriKind.Relative), body));
            var visitor = await new Visitor(s.Host, grant).Begin();
            Assert.Equal("Group", (string)visitor.Claims["role"]!);
            Import(s.Host);
            ShowsNothing(await visitor.Say(Phrases[0]));
        }),
        Defused("role: a button of an officer's list in a visitor's conversation", async s =>
        {
            Import(s.Host);
            var officer = await OnSharing.Named(s, Role.Commissioner);
            await officer.Say(Phrases[0]);
            var acts = Regex.Matches(await officer.Log(), """\{"do":"more-providers","page":"[\w-]+"\}""").Select(m => m.Value).Distinct().ToList();
            Assert.NotEmpty(acts);
            foreach (var act in acts) Refuses(await s.Mallory.Send($$$"""{"type":"message","value":{{{act}}}}"""));
            // Numbers and letters choose from what was offered here, and not there.
            foreach (var choice in new[] { "1", "2", "a", "b" }) ShowsNothing(await new Unproved(s.Host, "emulator").Say(choice));
        }),
    ];

    [Fact]
    public void Every_act_says_whom_it_is_for_or_is_free_for_all()
    {
        Assert.Empty(Acts.Where(a => LeastOf(a.Act) is null && !FreeForAll.Contains(a.Act))
            .Select(a => $"{a.Act.Name}: put [For(Role.Commissioner)] on it if only officers may send it, and let its journey refuse others; else add it to {nameof(FreeForAll)}"));
        Assert.Empty(FreeForAll.Where(a => LeastOf(a) is not null).Select(a => a.Name));
        Assert.Empty(typeof(UserAct).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(UserAct)) && Acts.All(a => a.Act != t)).Select(t => $"{t.Name} is no button"));
        Assert.NotEmpty(Guarded);
    }

    private static Role? LeastOf(Type act) => act.GetCustomAttribute<ForAttribute>()?.Least;

    private sealed record Prepared(OnSharing.Shared Shared, string Code, string Listing, Visitor Asker);

    /// <summary>A provider, a shared check, and a group that asks to be listed.</summary>
    private static async Task<Prepared> Prepare(Scene s)
    {
        Import(s.Host);
        var shared = await OnSharing.Share(s);
        var other = s with { Alice = await Visitor.Come(s.Host) };
        var listing = await OnSharing.AskToBeListed(other, Asked);
        return new Prepared(shared, (await OnSharing.Kept(s, shared)).Code!, listing.Id, other.Alice);
    }

    private static void Import(RunningHost host) =>
        host.ImportProviders($"Name,Charity number,Town,Postcode,What you do,Income band\n{Provider},1999999,Ludlow,SY8 1AA,Befriending,£100k to £500k\n" + string.Concat(Enumerable.Range(1, 6).Select(i => FormattableString.Invariant($"{Provider} {i},199999{i},Ludlow,SY8 1AA,Befriending,\n"))));

    /// <summary>The act with what makes it do most, by the names of its fields.</summary>
    private static string Write(Type act, string name, Prepared scene)
    {
        var json = new JsonObject { ["do"] = name };
        foreach (var field in act.GetConstructors().Single(c => c.GetParameters() is not [{ } only] || only.ParameterType != act).GetParameters())
        {
            json[JsonNamingPolicy.CamelCase.ConvertName(field.Name!)] = field.Name switch
            {
                "Query" => "befriending in Ludlow",
                "Page" => new PageToken(new ProviderQuery { Services = ["befriending"] }, 1, 202647).Write(),
                "Code" => scene.Code,
                "Assessment" => scene.Shared.Assessment,
                "Listing" => scene.Listing,
                "Item" => "G1",
                _ when field.ParameterType == typeof(bool) => true,
                _ when field.ParameterType == typeof(int) => 1,
                _ when field.ParameterType == typeof(string) => "GB-CHC-1999999",
                _ when field.HasDefaultValue => JsonSerializer.SerializeToNode(field.DefaultValue, field.ParameterType),
                _ when field.ParameterType.IsEnum => JsonValue.Create(Enum.GetNames(field.ParameterType)[0]),
                _ => new JsonArray(),
            };
        }
        return json.ToJsonString();
    }

    private static void Refuses(string said)
    {
        ShowsNothing(said);
        Assert.Matches(Refusal(), said);
    }

    private static void ShowsNothing(string said)
    {
        foreach (var word in new[] { Searched, $"**{Provider}", $"<strong>{Provider}", "£100k", Answer, "Written rules", Asked, "went wrong" }) Assert.DoesNotContain(word, said, StringComparison.Ordinal);
        Assert.DoesNotContain("\"matches\"", said, StringComparison.Ordinal);
    }

    private static async Task<string> WithoutJavaScript(Scene s, string act)
    {
        var page = await s.Send(Scene.Get("/chat"));
        var cookie = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var mark = TestWeb.Mark(await page.Content.ReadAsStringAsync());
        using var send = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["clientActivityId"] = mark, ["text"] = "", ["choice"] = act }) };
        send.Headers.Add("Cookie", cookie);
        Assert.Equal(302, (int)(await s.Send(send)).StatusCode);
        using var look = Scene.Get("/chat");
        look.Headers.Add("Cookie", cookie);
        return System.Net.WebUtility.HtmlDecode(await (await s.Send(look)).Content.ReadAsStringAsync());
    }

    [GeneratedRegex("(is|are) (looked at )?(for|by) (council )?(commissioners|officers|advisers)|(commissioners|officers|advisers) only|only (commissioners|officers|advisers|an adviser)", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();
}
