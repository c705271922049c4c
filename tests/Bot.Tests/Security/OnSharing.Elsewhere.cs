using CommissioningBot.Bot.Conversation;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>The same over <c>/api/messages</c>, by somebody who proves nothing and claims everything.</summary>
internal static partial class OnSharing
{
    public static IEnumerable<Attack> ElsewhereRows => new[] { "emulator", "msteams", "webchat" }.SelectMany(channel => (Attack[])
    [
        Defused($"sharing over /api/messages as {channel}: the right viewing code", async s =>
        {
            var shared = await Share(s);
            var said = await new Unproved(s.Host, channel).Say(shared.Code);
            Assert.Contains("for council officers and advisers", said, StringComparison.Ordinal);
            Assert.DoesNotContain(Answer, said, StringComparison.Ordinal);
            Assert.Empty((await Kept(s, shared)).Openings);
        }),
        Defused($"sharing over /api/messages as {channel}: buttons of an opening and of the group", async s =>
        {
            var shared = await Share(s);
            var stranger = new Unproved(s.Host, channel);
            var before = (await Kept(s, shared)).ToString();
            foreach (var act in new[] { "open-shared", "choose-seen", "mark-seen", "plan-read", "share", "ticks", "tick", "viewing-code", "stop-sharing", "openings", "result", "plan", "resume-code", "be-listed" })
            {
                var value = $$"""{"do":"{{act}}","code":"{{(await Kept(s, shared)).Code}}","assessment":"{{shared.Assessment}}","item":"G1","area":"Governance","on":true,"days":30}""";
                foreach (var said in new[] { await stranger.Press(value), await stranger.PressCard(value) })
                {
                    Assert.DoesNotContain(Answer, said, StringComparison.Ordinal);
                    Assert.DoesNotContain("Written rules", said, StringComparison.Ordinal);
                    Assert.DoesNotContain("viewing code is:", said, StringComparison.Ordinal);
                }
            }
            Assert.Equal(before, (await Kept(s, shared)).ToString());
        }),
        Defused($"sharing over /api/messages as {channel}: resume codes are guessed, and then the right one is tried", async s =>
        {
            await Share(s);
            var right = ResumeCode().Match(await s.Alice.Say("our resume code")).Groups[1].Value;
            var stranger = new Unproved(s.Host, channel);
            foreach (var word in Words) Assert.DoesNotContain("Welcome back", await stranger.Say($"resume acorn amber anchor {word}"), StringComparison.Ordinal);
            Assert.Contains("Too many wrong codes", await stranger.Say("resume " + right), StringComparison.Ordinal);
            // The hour is over for everybody, so that the rows after this one may guess, too.
            s.Host.Time.Advance(TimeSpan.FromHours(2));
        }),
        Defused($"sharing over /api/messages as {channel}: an old code and an old page, after it was withdrawn", async s =>
        {
            var shared = await Share(s);
            var page = Page(await (await Named(s, Role.Commissioner)).Say(shared.Code));
            await s.Alice.Say("stop sharing");
            Assert.DoesNotContain(Answer, await new Unproved(s.Host, channel).Say(shared.Code), StringComparison.Ordinal);
            Assert.Equal(404, (int)(await s.Send(Scene.Get(page))).StatusCode);
        }),
        Defused($"sharing over /api/messages as {channel}: what somebody else's conversation holds", async s =>
        {
            var shared = await Share(s);
            foreach (var text in new[] { "what do you hold about us?", "share our check", "who has seen our check?", "our listing", "our resume code", "show our result", "show our plan" })
            {
                var said = await new Unproved(s.Host, channel).Say(text);
                Assert.DoesNotContain(Answer, said, StringComparison.Ordinal);
                Assert.DoesNotContain(shared.Assessment, said, StringComparison.Ordinal);
            }
        }),
    ]);
}
