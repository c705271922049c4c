using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>Tells a question about the market from everything else that is typed, and reads it.</summary>
public sealed partial class UnderstandMarket(ProviderIndex index)
{
    private readonly UnderstandProviderQuery query = new(index);

    /// <summary>The question, if the words ask for one by themselves; else null.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="about">The providers that were last talked about, which it may go on from; null if none were.</param>
    public MarketAsked? Run(string text, ProviderQuery? about)
    {
        var folded = Words.Fold(text);
        if (AboutUs().IsMatch(folded)) return null;
        var reading = ReadRequirements.Run(text);
        if (WhatIf().IsMatch(folded) && reading.Any || LeavesOut().IsMatch(folded) && (reading.Any || Requirement().IsMatch(folded)))
        {
            return new MarketAsked(MarketQuestion.LeaveOut, Of(reading.Rest, about)) { Requirements = reading.Asked, HowMuch = reading.HowMuch };
        }
        if (Together().IsMatch(folded)) return new MarketAsked(MarketQuestion.Cover, Of(text, about));
        if (Gaps().IsMatch(folded)) return new MarketAsked(MarketQuestion.Gaps, Of(text, about));
        return View().IsMatch(folded) ? new MarketAsked(MarketQuestion.View, Of(text, about)) : null;
    }

    /// <summary>The question that goes on from the one before ("and PQASSO?", "what about Wirral?"); null if the text does not.</summary>
    public MarketAsked? GoOn(string text, MarketAsked before)
    {
        var folded = Words.Fold(text);
        if (Rules().IsMatch(folded) || AboutUs().IsMatch(folded)) return null;
        if (before.Question == MarketQuestion.LeaveOut && WithRequirements(text, folded, before) is { } changed) return changed;
        var read = Of(text, null);
        var says = read.Services.Count + read.WhoFor.Count + read.SharedNames.Count > 0;
        if (before.OfNobody) return says || read.HasPlace ? before with { Query = read } : null;
        if (!GoesOn().IsMatch(folded) || !says && !read.HasPlace) return null;
        return before with { Query = Of(text, before.Query) };
    }

    private static MarketAsked? WithRequirements(string text, string folded, MarketAsked before)
    {
        var reading = ReadRequirements.Run(text);
        if (!reading.Any)
        {
            // "£50,000": of what was just named, or of the last sum.
            if (reading.Sum is not { } sum || Question().IsMatch(folded)) return null;
            if (before.HowMuch.Contains(RequirementKind.Turnover)) return With(before, [new Requirement(RequirementKind.Turnover, sum)]);
            return before.Requirements.LastOrDefault(r => r.Kind is RequirementKind.Turnover or RequirementKind.Insurance) is { } last ? With(before, [last with { Least = sum }]) : null;
        }
        if (Drops().IsMatch(folded)) return before with { Requirements = [.. before.Requirements.Where(r => !reading.Asked.Any(a => a.Kind == r.Kind && (a.Named is null || a.IsReplacedBy(r))) && !reading.HowMuch.Contains(r.Kind))], HowMuch = [] };
        if (!Adds().IsMatch(folded) && Question().IsMatch(folded)) return null;
        return With(before with { HowMuch = reading.HowMuch }, reading.Asked);
    }

    private static MarketAsked With(MarketAsked before, IReadOnlyList<Requirement> more) => before with
    {
        Requirements = [.. before.Requirements.Select(r => more.FirstOrDefault(r.IsReplacedBy) ?? r), .. more.Where(m => !before.Requirements.Any(r => r.IsReplacedBy(m)))],
        HowMuch = [.. before.HowMuch.Where(k => !more.Any(m => m.Kind == k))],
    };

    private ProviderQuery Of(string text, ProviderQuery? about) => query.Run(Frame().Replace(text, " "), about);

    [GeneratedRegex(@"\b(leave|shut|rule|exclude|lock)s? (us|me)\b|\b(we|us|our group|our charity) (be )?(left out|excluded|ruled out)\b")]
    private static partial Regex AboutUs();

    [GeneratedRegex(@"\b(what|who|how many)\b.{0,40}\b(if|when) we (ask|asked|require|required|demand|demanded|insist|insisted|set|add|added|want|wanted)\b|\bsuppose we (ask|require|set)")]
    private static partial Regex WhatIf();

    [GeneratedRegex(@"\b(who|whom|how many|which|what)\b.*(\b(leav|rul|shut|left)\w*\b.*\bout\b|\bexclud\w*\b|\blos(e|es|t)\b|\bdisqualif\w*\b|\bbarred\b)")]
    private static partial Regex LeavesOut();

    [GeneratedRegex(@"\b(requirements?|specification|conditions?|criteria)\b")]
    private static partial Regex Requirement();

    [GeneratedRegex(@"\b(who|which|partners?|providers?|groups?|organisations?|consorti\w+)\b.*\b(together|jointly|between them|as a consortium|combined?)\b.*\b(cover|deliver|provide|meet|run|offer)\b|\b(who|which|partners?|groups?|providers?)\b.*\b(cover|deliver|provide|meet|run|offer)\b.*\b(together|jointly|between them|as a consortium)\b")]
    private static partial Regex Together();

    [GeneratedRegex(@"\b(where|what) (are|is) the (market )?gaps?\b(?! (year|report|in my|in our))|\bgaps in (provision|the market|supply|services|what is (there|offered))\b|^(show me (the )?|any |market )?gaps (in|for)\b|\b(which|what) (councils?|boroughs?|districts?|places|areas)\b.{0,40}\b(have|has|with) (no|nobody|no one|none)\b|\bwhere (does nobody|is nobody|is there nobody|is there no( one|body)?|do(es)? no (one|provider|group)s?)\b")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^(please )?(can you |could you )?(show|give|tell|see|describe|map)\b.{0,20}\bmarket\b(.{0,12}\b(for|of|in)\b|\W*$)|^(what|how big|how large|how) (is|does) the market (for|of|in|look)\b|^(the )?market( view| overview| picture)? (for|of|in)\b|^(so |and )?(who|what)('s| is|s)? (else )?out there\b")]
    private static partial Regex View();

    [GeneratedRegex(@"^(and |ok |so )*(what about|how about|only|just|in|near|around|for|and|now)\b")]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^(and|plus|also|with|what about|how about|or|make it|add|what if|if)\b")]
    private static partial Regex Adds();

    [GeneratedRegex(@"^(and |but )?(without|drop|forget|remove|take out|leave off|not)\b")]
    private static partial Regex Drops();

    [GeneratedRegex(@"\b(what (is|are|does)|why|how (do|much|long)|must|may|should|explain|mean|means)\b")]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(grants?|contracts?|tenders?|thresholds?|rules?|laws?|legal)\b")]
    private static partial Regex Rules();

    // What frames the question and names no service.
    [GeneratedRegex(@"\b(the )?market( view| overview| picture)?\b|\b(who|what)(['’]s| is|s)? (else )?out there\b|\bhow (big|large) is\b|\b(where|what) (are|is) the gaps?\b|\bgaps?\b|\bprovision\b|\bsupply\b|\btogether\b|\bjointly\b|\bbetween them\b|\bas a consortium\b|\bcombined?\b|\b(councils?|boroughs?|districts?|nobody|no one|state[sd]?|have|has)\b|\b(meet|covers?|deliver|provide|offer)\b|\bpartners?\b|\bneeds?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();
}
