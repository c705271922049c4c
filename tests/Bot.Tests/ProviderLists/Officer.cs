using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Tests.Security;

namespace CommissioningBot.Bot.Tests.ProviderLists;

/// <summary>An officer whom a council's site has named, with a list of the made-up kind to search in.</summary>
internal sealed partial class Officer(RunningHost host, Visitor visitor)
{
    public const string Header = "Name,Charity number,Company number,Town,Postcode,What you do,Who for,Website,Legal form,Income band,Last checked\n";

    /// <summary>Seven that befriend in Bolton, so that they do not fit on one page; two would run as formulas.</summary>
    public const string Seven = Header +
        "\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\") Befrienders\",,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n" +
        "@Home Befriending,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n" +
        "Moss Bank Befriending,,01234567,Bolton,BL1 1AA,Befriending visits,Older people,https://mossbank.example,CIO,Under £10k,2026-09-01\n" +
        "Café Ångström,,,Bolton,BL1 1AA,\"Befriending, tea and \"\"cake\"\"\",Older people,,CIO,Under £10k,2026-09-01\n" +
        "Doffcocker Befriending <b>|,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n" +
        "Smithills Befriending,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n" +
        "Tonge Befriending,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n";

    public Visitor Visitor => visitor;

    public static async Task<Officer> Come(RunningHost host, string id = "dl_ann") =>
        new(host, await Visitor.Named(host, RunningHost.CouncilSecret, JsonSerializer.Serialize(new { user = new { id, name = id } })));

    /// <summary>What the bot replied to this one message.</summary>
    public async Task<string> Say(string text)
    {
        var before = (await visitor.Log()).Length;
        var log = await visitor.Say(text);
        return log[(before - 2)..];
    }

    /// <summary>The address of the newest list as a file, without its name.</summary>
    public async Task<string> Address(string ask)
    {
        var said = await Say(ask);
        var found = Link().Matches(said);
        Assert.True(found.Count > 0, said);
        return found[^1].Value;
    }

    public Task<HttpResponseMessage> Fetch(string address) => host.Http.GetAsync(address);

    public async Task<HttpStatusCode> Status(string address) => (await Fetch(address)).StatusCode;

    [GeneratedRegex(@"/provider-lists/[\w.-]+")]
    private static partial Regex Link();
}
