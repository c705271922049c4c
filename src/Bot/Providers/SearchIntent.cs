using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Providers;

/// <summary>Tells a search for organisations from a question about rules or papers, since both are typed into the same box.</summary>
public static partial class SearchIntent
{
    private const int MostBareWords = 5;

    /// <summary>Whether the words alone ask for a search, whatever they search for.</summary>
    public static bool IsClear(string text) => Command().IsMatch(Words.Fold(text));

    public static bool AsksAboutRules(string text) => Rules().IsMatch(Words.Fold(text)) && !OnTheList().IsMatch(Words.Fold(text));

    /// <summary>Whether nothing is left but the question which of those on the list.</summary>
    public static bool AsksAboutThem(string rest) => OfThem().IsMatch(Words.Fold(rest).Trim());

    /// <param name="text">What was typed without the filters in it; it does not ask about rules.</param>
    /// <param name="query">The same as a search understands it.</param>
    /// <param name="isRefining">True if the reply before was a search's.</param>
    /// <param name="needsPlace">True to take it for a search only if it says what and where.</param>
    public static bool Is(string text, ProviderQuery query, bool isRefining, bool needsPlace)
    {
        if (query.Number is not null || query.Name is not null || isRefining && query.Page > 1) return true;
        var what = query.Services.Count + query.WhoFor.Count + query.SharedNames.Count > 0;
        var where = query.Places.Count + query.WhichPlace.Count > 0 || isRefining && query.UnknownPlace is not null;
        if (isRefining) return what || where || query.Filters.Count > 0 || query.AsksForShared;
        // Who was given money by whom, and who leads them, is asked of organisations; "a safeguarding policy for a charity" may be a question.
        var filtered = query.Filters.Any(f => f.Kind is FilterKind.FundedBy or FilterKind.LedBy) && !OwnGroup().IsMatch(Words.Fold(text));
        return what && where || !needsPlace && (where && query.Filters.Count > 0 || (what || where || filtered) && Organisations().IsMatch(Words.Fold(text)));
    }

    /// <summary>Whether it is a few nouns, of which some are a kind of work or a place: "donkey sanctuary Worcester", "holiday clubs Weoley Castle".</summary>
    public static bool IsBare(string text, ProviderQuery query)
    {
        var words = Words.Split(text);
        var says = query.Services.Count + query.WhoFor.Count > 0 || query.Words.Count > 0 && query.Places.Count + query.WhichPlace.Count > 0;
        return says && words.Count <= MostBareWords && words.TrueForAll(w => !w.IsStop || w.Text is "in" or "near") && !AsksAboutRules(text);
    }

    // A search is a string of nouns; whoever asks what, how, why or whether wants to know something.
    [GeneratedRegex(@"\b((what|how)(?! about)|whats|what's|why|when|explain|define|difference|meaning|is (that|it|this|there)|are (they|there|we|you)|did|does|(?<!to )do|may|must|should|shall|can|could|will|would|still|rules?|law(?! (advice|centres?|services?|clinics?))|legal(?! (advice|help|aid|support|services?))|threshold|tenders?|contracts?|grants?)\b|^(is|are|was|were|who (is|are|was|were|has|said|wrote|pays|paid)|which|tell me|grant or)\b")]
    private static partial Regex Rules();

    [GeneratedRegex(@"\b(on|in) (your|the|this) (list|data|database|directory|register)\b|\bany(one|body)?\b.*\b(group|charit|provider|organisation)|\bwhich (groups|charities|providers|organisations)\b|\bwho (runs|does|offers|provides|delivers|finds|helps|can)\b")]
    private static partial Regex OnTheList();

    [GeneratedRegex(@"^(please )?(find|search( for)?|look(ing)? for|show me|list|i need|we need)\b.*\b(providers?|groups?|charit(y|ies)|organisations?)\b|\bfind (me )?(some )?providers\b|^charity (number|no)\b")]
    private static partial Regex Command();

    [GeneratedRegex(@"^(and |ok |but |so )*(which|who|what)( ones?| of (them|these|those)| groups| charities| providers| else)*( (are|is|have|has|do|does|say|says))*\s*[?.!]*$")]
    private static partial Regex OfThem();

    [GeneratedRegex(@"\b(we|our|ours|us|my|i|im|ive|weve)\b")]
    private static partial Regex OwnGroup();

    [GeneratedRegex(@"\b(groups?|charity|charities|providers?|organisations?|orgs?|clubs?|who|whos|anyone|anybody)\b")]
    private static partial Regex Organisations();
}
