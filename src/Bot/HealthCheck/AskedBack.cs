using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What somebody asks about the question that is open, or about the result.</summary>
public enum AskedBack { Nothing, Why, Meaning, IfNot, Skip }

/// <summary>Hears the many ways to say "why are you asking?", "what does that mean?" and "what happens if we don't?".</summary>
internal static partial class HearAskedBack
{
    public static AskedBack In(string text)
    {
        var folded = Words.Fold(text).Trim(' ', '.', '!', '?');
        return Meaning().IsMatch(folded) ? AskedBack.Meaning
            : IfNot().IsMatch(folded) ? AskedBack.IfNot
            : Why().IsMatch(folded) ? AskedBack.Why
            : Skip().IsMatch(folded) ? AskedBack.Skip
            : AskedBack.Nothing;
    }

    [GeneratedRegex(@"^((but|and|so|ok|er|um|sorry)[, ]+)*(why|how come|why (do|are|would|should) (you|they|we|anyone|funders) (ask|asking|want|wanting|need|care|bother|have|know|say|tell|answer)\b.{0,40}|why (this|that|these|those)( question| one| ones| first)?|(why's|whys|why is) (this|that|it)( matter| important| needed| asked| relevant)?( then)?|why (is|are|does|do) (this|that|it|these|those) (matter|important|needed|necessary|relevant|first|asked)\b.{0,20}|why does it matter|why first|(what's|whats|what is) (this|that|it) (for|got to do with .{2,40})|what (has|have) (this|that) got to do with .{2,40}|(what's|whats|what is) the point( of (this|that|it))?|is (this|that|it) (really )?(necessary|needed|important|relevant)|do (we|i) (really )?(have|need) to (say|answer|tell)( (that|this|you))?|what do you (need|want) (this|that|it) for|who wants to know|none of your business)$")]
    private static partial Regex Why();

    [GeneratedRegex(@"^((but|and|so|ok|er|um|sorry)[, ]+)*(what (does|do|did) (that|this|it|you|these|those) mean( by .{2,40})?|meaning|(i|we) (dont|don't|do not|didn't|didnt) (understand|get it|get that|follow)( (this|that|it|the question|you))?|(please |can you )*explain( (that|this|it|the question))?( please)?|(what's|whats|what is|wots|wot's) (that|this|it|all that|all this)( mean| about| all about| then| exactly| supposed to (mean|be)| when it'?s at home)*( then| please| mate)?|what (do|does) (u|ya|that|it) mean( by .{2,40})?|huh|eh|pardon|come again|im lost|i'm lost|no idea what (you mean|that means|that is|this means)|(in )?plain english( please)?|(can you |could you |please )*(say|put|word) (that|it|this) (again|another way|differently|more simply|in (plain|simple) (english|words))( please)?|(can you |please )*give (me|us) an example|for example|such as|like what|what counts( as .{2,40})?|what would (that|it) look like|confused|i'm confused)$")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"^((but|and|so|ok|er|um|sorry)[, ]+)*(what (will |would |could )?happens? if (we|you|i) (dont|don't|do not|haven't|havent|can't|cant|never|won't|wont|ignore|skip|leave)\b.{0,40}|what if (we|i|you) (dont|don't|do not|haven't|havent|can't|cant|never|won't|wont|ignore)\b.{0,40}|what happens (otherwise|then)|what happens if not|what if not|and if (we|i) (don't|dont|haven't|havent)\b.{0,30}|so what|does it (really )?matter|is (that|it) (so )?(bad|a problem|serious)|(will|could|can) we (get in|get into|be in) trouble( for (that|this|it))?|what (could|can|might) go wrong|what('s| is) the (risk|worst( that can happen)?))$")]
    private static partial Regex IfNot();

    [GeneratedRegex(@"^(skip|pass|next|skip (this|that|it)( one)?|next (one|question)|leave (this|that|it) (one|out)|can (we|i) skip (this|that|it)( one)?|i'?d rather not say|rather not say|move on)$")]
    private static partial Regex Skip();
}
