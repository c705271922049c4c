namespace CommissioningBot.Bot.Sources;

/// <summary>What a file of entries is called on a page. One that is not listed goes by its own name.</summary>
public static class Topics
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["words"] = "Words explained",
        ["rules"] = "Rules for charities and groups",
        ["modes"] = "Kinds of funding",
        ["thresholds"] = "Buying thresholds",
        ["below-threshold"] = "Buying below the threshold",
        ["platform"] = "Notices and the central digital platform",
        ["policy"] = "Policy and duties of councils",
        ["routes"] = "Routes to a contract",
        ["wirral"] = "Wirral, 2018",
        ["telford"] = "Telford and Wrekin, 2012",
        ["birmingham"] = "Birmingham, 2016",
        ["worcestershire"] = "Worcestershire, about 2011",
        ["national"] = "Bolton's paper of 2008: national policy",
        ["principles"] = "Bolton's paper of 2008: principles",
        ["newcastle-under-lyme"] = "Bolton's paper of 2008: Newcastle-under-Lyme",
        ["places-a"] = "Bolton's paper of 2008: other places",
        ["places-b"] = "Bolton's paper of 2008: other places",
    };

    public static string Name(string topic) =>
        Names.TryGetValue(topic, out var name) ? name : char.ToUpperInvariant(topic[0]) + topic[1..].Replace('-', ' ');
}
