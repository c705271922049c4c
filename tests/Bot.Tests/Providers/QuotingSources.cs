using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Tests.Providers;

public sealed class QuotingSources
{
    [Fact]
    public void A_long_quote_without_a_space_is_cut_and_the_list_still_comes()
    {
        var quote = string.Join('/', Enumerable.Repeat("advice", 60));
        var match = new ProviderMatch("own-1", "Example", "Leeds", [new Reason("advice", default, quote, "a list", null)], [], false, [], null, null, false);
        var understood = new Understood(["advice"], [], [], [], false, null, null, [], []);

        var text = ProvidersWording.Result(new ProviderResult(understood, 1, [match], [], null, null, 1, null, false), [], HostSettings.ForDevelopment);

        Assert.Contains("advice/advice", text, StringComparison.Ordinal);
        Assert.DoesNotContain(quote, text, StringComparison.Ordinal);
    }
}
