using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Partners;

/// <summary>Tells whether somebody looks for another group to work with. The words decide, not who says them.</summary>
public static partial class PartnerIntent
{
    /// <summary>Whether it can mean nothing else: "find us a partner".</summary>
    public static bool IsClear(string text) => Clear().IsMatch(Words.Fold(text)) && !Question().IsMatch(Words.Fold(text));

    /// <summary>Whether it is so if it also says what work and where: "who could do the transport part with us near Madeley?"</summary>
    public static bool IsLikely(string text) => (Clear().IsMatch(Words.Fold(text)) || Likely().IsMatch(Words.Fold(text))) && !AboutPapers().IsMatch(Words.Fold(text));

    /// <summary>Whether it goes on from a list of partners: "and in Bury?"</summary>
    public static bool GoesOn(string text) => GoingOn().IsMatch(Words.Fold(text));

    public static bool WantsMore(string text) => More().IsMatch(Words.Fold(text).Trim(' ', '.', '!', '?'));

    /// <summary>Whether it wants a list of partners sorted, narrowed or taken away by what is not shown to everybody.</summary>
    public static bool WantsWhatIsNotShown(string text) => NotShown().IsMatch(Words.Fold(text));

    /// <summary>Whether it is rather a question than the answer to one.</summary>
    public static bool IsQuestion(string text) => Question().IsMatch(Words.Fold(text)) || text.TrimEnd().EndsWith('?') && !GoingOn().IsMatch(Words.Fold(text));

    public static bool DoesNotKnow(string text) => Unknowing().IsMatch(Words.Fold(text).Trim(' ', '.', '!', '?'));

    public static bool AnywhereWillDo(string text) => Anywhere().IsMatch(Words.Fold(text).Trim(' ', '.', '!', '?'));

    /// <summary>The text without the words that ask for a partner, so that what is left says what work and where.</summary>
    public static string WithoutAsking(string text) => Asking().Replace(Near().Replace(text, " "), " ");

    private const string Others = "any(one|body)|some(one|body)|who|whos|groups?|charit(y|ies)|organisations?|orgs?|clubs?|others?";

    [GeneratedRegex(@"\b(find|finding|need|want|like|look(ing)? for|search(ing)? for|seek(ing)?|after|get|introduce us to|suggest|recommend|know of)\b( \w+){0,5} (partners?|group to partner|organisation to partner|charity to partner)\b(?! (agreement|meeting|board|organisations? of))|^(a )?partners? (for|in|near|around)\b|\bpartner search\b|\b(team|join|pair) up with (another|other|a|an|some)\b|\bjoin forces with (another|other|a|an|some)\b")]
    private static partial Regex Clear();

    [GeneratedRegex(@"\b(" + Others + @")\b.*\b(with us|alongside us|join us|join with us|join in with us|team up|partner|work together|work with us|together with us|go in with us)\b|\b(any(one|body)|who|whos|groups?|charit(y|ies)|organisations?|orgs?|clubs?) else\b|\bany other (groups?|charit(y|ies)|organisations?|orgs?|clubs?)\b|\b(work|working|bid|bidding|deliver|delivering|apply|applying) (together |jointly )?with (another|other|a|some|any)( \w+)? (groups?|charit(y|ies)|organisations?|orgs?|clubs?)\b")]
    private static partial Regex Likely();

    // What is asked for is knowledge, not a group.
    [GeneratedRegex(@"^(and )?(what|whats|how|why|when|which|explain|define|must|should|shall|may|do we|do i|are we|is it|does|did|tell me|can we|could we|if)\b")]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(did|said|says|paper|report|policy|rules?|law|legal|threshold|20\d\d|councils?'? (partners?|officers?))\b|^(what|whats|how|why|when|explain|define|must|should|may)\b")]
    private static partial Regex AboutPapers();

    [GeneratedRegex(@"^(and|or|what about|how about|only|just|near|in|around|any(one|body)?|for) ")]
    private static partial Regex GoingOn();

    [GeneratedRegex(@"^(show (me |us )?)?(some )?(more|others|any more|any others|next|next page|go on|the rest|all of them)( please)?$")]
    private static partial Regex More();

    [GeneratedRegex(@"^((please|can you|could you|and) )*(sort|rank|order|export|download|save|print|email|send|filter|compare|show|which|who|how|what|only)\b.*\b(income|turnover|size|spend|spending|money|funding|funded|grants?|biggest|largest|richest|smallest|bigger|larger|smaller|best|export|list|csv|excel|spreadsheet|file|them|these|those)\b|^(export|download|csv|excel)\b")]
    private static partial Regex NotShown();

    [GeneratedRegex(@"^(i |we )?(do not know|don't know|dont know|dunno|not sure|no idea|unsure|no clue|haven't decided|havent decided)( yet| really)?$")]
    private static partial Regex Unknowing();

    [GeneratedRegex(@"^(anywhere|everywhere|any place|(i |we )?(don't|dont|do not) mind( where)?|all of england|the whole country|nationwide|no matter|doesn't matter|doesnt matter)$")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"\b(near|nearby|close to|around|round|by|for|with) (us|me|here)\b|\b(locally|in our area|in our town|in our village|in the area|on our patch|our area|our patch)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Near();

    [GeneratedRegex(@"\b((find|finding|need|needs|want|wants|would like|like|looking for|look for|search(ing)? for|seek(ing)?|get|introduce|suggest|recommend)( us| me| our group)?( to)?( (a|an|any|some|another|possible|new|good|other|local))* (partner(s|ing)?|group to partner)( up)?( with)?( for| who| that)?|partners?|partnering|anybody|anyone|somebody|someone|whos|who's|who|else|could|would|can|please|join(ing)? (us|forces|up)|team(ing)? up|together|with us|us|our|we|part|bit|side of|doing|do|does)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
