using System.Text;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Providers.Market;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Market;

/// <summary>An answer about the market.</summary>
/// <param name="Text">Markdown, without a link to its page.</param>
/// <param name="Search">What was understood; null if it was not said of which providers.</param>
public sealed record MarketAnswer(string Text, JsonObject Data, MarketSearch? Search)
{
    /// <summary>True if something was counted, so that there is a page to show.</summary>
    public bool IsCounted { get; init; }

    /// <summary>True if there are providers to list.</summary>
    public bool HasProviders { get; init; }
}

/// <summary>Answers questions about the market from the providers as they are now.</summary>
/// <param name="sources">A line for each data set that was looked in.</param>
public sealed class MarketAnswers(CurrentProviders providers, ContentLibrary library, Func<IReadOnlyList<string>> sources)
{
    public MarketView View(MarketAsked asked) => new SeeMarket(providers.Index).Run(asked.Query);

    public LeftOutView LeftOut(MarketAsked asked, DateOnly today) => new LeaveOut(providers.Index).Run(asked, today);

    public ToldBeside Law(DateOnly today) => ToldBeside.Law(library, today);

    public IReadOnlyList<string> Sources => sources();

    /// <param name="today">The day in the United Kingdom.</param>
    /// <param name="again">True if the answer before was to the same question, so that what stands beside the figures need not be told again.</param>
    public MarketAnswer Answer(MarketAsked asked, DateOnly today, bool again = false)
    {
        if (asked.Question == MarketQuestion.LeaveOut && asked.Requirements.Count == 0) return AskBack(asked.HowMuch.Count > 0 ? LeftOutWording.HowMuch(asked.HowMuch[0]) : LeftOutWording.Which);
        if (asked.Question == MarketQuestion.Cover && asked.Query.Services.Count == 0) return AskBack(PartnersWording.WhichParts);
        if (asked.OfNobody) return AskBack(MarketWording.OfWhom);
        switch (asked.Question)
        {
            case MarketQuestion.LeaveOut:
                var leftOut = LeftOut(asked, today);
                return Of(leftOut.Search, () => LeftOutWording.Of(leftOut, asked.HowMuch), ToldBeside.Law(library, today), again, MarketOnTheWire.Of(leftOut), leftOut.All);
            case MarketQuestion.Cover:
                var partners = new CoverTogether(providers.Index).Run(asked.Query, today);
                return Of(partners.Search, () => PartnersWording.Of(partners), ToldBeside.Consortia(library, today), again, MarketOnTheWire.Of(partners), partners.Sets.Count) with { IsCounted = false };
            default:
                var view = View(asked);
                return Of(view.Search, () => asked.Question == MarketQuestion.Gaps ? MarketWording.Gaps(view) : MarketWording.View(view), ToldBeside.Nothing, again, MarketOnTheWire.Of(view, asked.Question), view.Found);
        }
    }

    private static MarketAnswer AskBack(string text) => new(text, MarketOnTheWire.Answer("clarify", text, null, [], []), null);

    private MarketAnswer Of(MarketSearch search, Func<string> tell, ToldBeside beside, bool again, JsonObject market, int found)
    {
        if (MarketWording.Unclear(search) is { } unclear) return new MarketAnswer(unclear, MarketOnTheWire.Answer("clarify", unclear, null, [], search.Clarify.Select(c => c.Label)), search);
        var text = new StringBuilder(tell());
        foreach (var missing in search.Understood.NotInData) text.Append("\n\nYou also asked about ").Append(Markdown.Plain(missing)).Append(": that is not in this data.");
        if (beside.Text.Length > 0) text.Append("\n\n").Append(again ? beside.Briefly : beside.Text);
        text.Append("\n\n").Append(MarketWording.Caution).Append("\n\n");
        foreach (var source in sources()) text.Append("Data: ").Append(Markdown.Plain(source)).Append(".\n");
        var told = text.ToString().TrimEnd();
        return new MarketAnswer(told, MarketOnTheWire.Answer(found > 0 ? "answered" : "nothing", told, market, beside.Citations, []), search) { IsCounted = true, HasProviders = found > 0 };
    }
}
