namespace CommissioningBot.Knowledge.Recognisers;

internal readonly record struct YesNoReading(int To, bool IsYes, bool IsHedged);

/// <summary>The first yes or no that a text says. A word such as "no" in "no idea" or "charity no 1114101" is not one, nor is "second".</summary>
internal static class YesNoReader
{
    private readonly record struct Meaning(bool? IsYes, bool IsHedged = false);

    private static readonly Meaning Neither = new(null);

    // What may be said anywhere in a text.
    private static readonly Phrases<Meaning> Anywhere = new(
        ("yes|ok|okay|yep|yup|yeah|yea|yeh|yess|aye|true|sure|agree|agreed|of course|absolutely|certainly|no problem|no worries|👌|👍|✅", new(true)),
        ("no|nope|nop|nah|false|disagree|not ok|not okay|not yet|no way|of course not|definitely not|certainly not|absolutely not|dont agree|do not agree|not agree|not true|👎|✋|🖐|❌", new(false)),
        ("i think so|i suppose so|i guess so|i believe so|think so|suppose so|guess so|i reckon so", new(true, true)),
        ("not really|i dont think so|i do not think so|dont think so|probably not|not quite|not exactly|not entirely|i think not|i guess not|i suppose not|not fully|not especially", new(false, true)),
        ("no idea|not sure|unsure|no clue|no one|no matter|no doubt|yes and no|make sure|for sure|im sure|be sure|are sure|is it true|is it ok|is that ok|is this ok|ok if|ok to|do you agree|not a clue", Neither));

    // What is an answer only if nothing else is said: "we do" is, "what we do" is not.
    private static readonly Phrases<Meaning> Alone = new(
        ("y|ok|okay|okey dokey|we do|we have|we are|we can|i do|i have|it does|it is|thats right|right|correct|definitely|indeed|exactly|fine|we did|done|ye|ya", new(true)),
        ("n|never|we dont|we do not|we havent|we have not|we arent|we are not|were not|we cant|i dont|i havent|not at all|none|nothing|not us|it isnt|it doesnt|we didnt|na|nay", new(false)),
        ("sort of|sorta|kind of|kinda|more or less|probably|mostly|partly|in a way|pretty much|in part|to some extent|largely|just about|nearly|almost|as far as i know|i hope so|a bit", new(true, true)),
        ("hardly|barely|not much|not many|rarely", new(false, true)));

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "oh", "um", "er", "erm", "well", "so", "and", "but", "i", "said", "hmm", "ah", "sorry", "please", "thanks", "thank", "you", "then", "really", "mate", "it", "is", "to", "be", "honest", "tbh", "actually",
    };

    private static readonly HashSet<string> BehindNo = new(StringComparer.Ordinal)
    {
        "we", "i", "they", "it", "its", "that", "thats", "not", "sorry", "thanks", "thank", "but", "because", "never", "there", "theyre", "he", "she", "you", "please", "nope", "no", "and",
        "im", "were", "weve", "ive", "dont", "just", "only", "this", "really", "actually", "definitely", "afraid", "unfortunately", "cheers", "ta", "mate", "to", "or", "nothing", "none", "at", "as", "if",
    };

    public static (int From, YesNoReading Reading)? In(Tokens tokens)
    {
        var first = 0;
        while (Fillers.Contains(tokens[first].Text) && Anywhere.At(tokens, first) is null && Alone.At(tokens, first) is null) first++;
        if (Alone.At(tokens, first) is var (to, alone) && EndsAt(tokens, to)) return (first, new YesNoReading(to, alone.IsYes!.Value, alone.IsHedged));
        for (var i = 0; i < tokens.Count;)
        {
            if (Anywhere.At(tokens, i) is not var (end, meaning)) i++;
            else if (meaning.IsYes is not { } isYes || !IsMeant(tokens, i, end)) i = end;
            else return (i, new YesNoReading(end, isYes, meaning.IsHedged || IsHedgedBehind(tokens, end, isYes)));
        }
        return null;
    }

    // "Yes, sort of": what follows takes some of it back.
    private static bool IsHedgedBehind(Tokens tokens, int i, bool isYes)
    {
        var at = tokens[i].Text is "," or "-" or "." ? i + 1 : i;
        return (Alone.At(tokens, at) ?? Anywhere.At(tokens, at)) is (_, { IsHedged: true } hedge) && hedge.IsYes == isYes;
    }

    private static bool IsMeant(Tokens tokens, int i, int to)
    {
        var (before, behind) = (tokens[i - 1], tokens[to]);
        if (before.Text is "not" or "isnt" or "arent" or "to" or "cant" && to == i + 1 && tokens[i].Text is "sure" or "true" or "agree" or "agreed") return false;
        if (tokens[i].Text is "sure" && before.Text is "make" or "made" or "am" or "im" or "are" or "be" or "is" or "was" or "quite" or "for" or "making" or "pretty" or "fairly") return false;
        if (tokens[i].Text is "agreed" && before.IsWord && !Fillers.Contains(before.Text)) return false;
        if (!tokens[i].Is("no") || to > i + 1) return true;
        // "No" before a thing denies the thing and answers nothing; behind a thing it is short for number.
        if (before.IsWord && before.Text is "charity" or "company" or "registration" or "reg" or "registered" or "phone" or "tel" or "ref" or "house" or "account" or "is" or "have" or "has" or "had" or "theres" or "with" or "there" or "got" or "of" or "are" or "item" or "page") return false;
        return !behind.IsWord && !behind.IsFigures || BehindNo.Contains(behind.Text) || i == 0 || before.Is("said");
    }

    // Nothing but signs and small talk may follow.
    private static bool EndsAt(Tokens tokens, int i)
    {
        while (i < tokens.Count && (tokens[i].Kind == TokenKind.Sign || Fillers.Contains(tokens[i].Text))) i++;
        return i >= tokens.Count;
    }
}
