using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// Behind a reverse proxy the visitor's address and scheme come in headers, which anybody can write: they count only from the addresses and
/// networks in <c>Host:KnownProxies</c>, such as <c>10.0.0.5</c> or <c>10.0.0.0/24</c>.
/// </summary>
public static class KnownProxies
{
    /// <exception cref="InvalidOperationException">One of them is not an address or a network.</exception>
    public static void AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var known = configuration.GetSection("Host:KnownProxies").GetChildren().Select(Read).ToList();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = known.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As many as are known, one behind the other; the first unknown one ends it.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in known) forwarded.KnownIPNetworks.Add(network);
        });
    }

    private static IPNetwork Read(IConfigurationSection section) =>
        IPNetwork.TryParse(section.Value, out var network) ? network
        : IPAddress.TryParse(section.Value, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"The setting {section.Path} must be an address such as 10.0.0.5 or a network such as 10.0.0.0/24.");
}
