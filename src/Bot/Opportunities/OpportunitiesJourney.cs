using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Opportunities;

/// <summary>Shows anybody what can still be bid for, of the notices that were imported. Without any it leaves the words to others.</summary>
public sealed partial class OpportunitiesJourney(CurrentOpportunities opportunities, HostSettings host) : IJourney
{
    private const int MostShown = 5;

    public string Name => "opportunities";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel) => ValueTask.FromResult(false);

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (!Asks().IsMatch(Words.Fold(turn.Text))) return ValueTask.FromResult(false);
        var (search, count) = opportunities.Now();
        if (count == 0) return ValueTask.FromResult(false);
        var result = search.Find(UnderstandOpportunityQuery.Run(turn.Text), turn.Now);
        var text = OpportunitiesWording.Result(result, MostShown, host);
        turn.Say(new Reply(text) { Data = OpportunitiesOnTheWire.Of(result, text, MostShown) });
        return ValueTask.FromResult(true);
    }

    // "What is a tender?" is a question about words; only who asks for a list gets one.
    [GeneratedRegex(@"^(please )?(can you )?(show|find|list|search|look for|looking for|any|are there|is there|which|what)\b.*\b(opportunit(y|ies)|(open|live|current) (tenders?|contracts?))\b|\bwhat (can|could) (we|i|our group|a (small )?group) (bid|tender) for\b|^(show me |find |list |any )?((open|current|live) )?(opportunities|tenders|contracts) (open |closing )?(in|near|around)\b")]
    private static partial Regex Asks();
}
