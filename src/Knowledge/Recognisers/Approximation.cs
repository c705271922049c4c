namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Whether the words around a value say that it is not exact.</summary>
internal static class Approximation
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "about", "around", "roughly", "approximately", "approx", "circa", "ca", "c", "nearly", "almost", "~", "≈", "maybe", "probably",
    };

    public static bool IsAround(Tokens tokens, int from, int to)
    {
        var at = from - 1;
        if (tokens[at].Is("-") && tokens[at].IsGlued) return false;
        if (tokens[at].Is(".")) at--;
        if (Before.Contains(tokens[at].Text)) return true;
        if (tokens[at].Text is "under" or "over" or "below" or "above" && tokens[at - 1].Is("just")) return true;
        if (tokens[to].Text is "ish" || tokens.Are(to, "-", "ish") || tokens.Are(to, "-", "odd") || tokens[to].Is("odd")) return true;
        return tokens.Are(to, "or", "so") || tokens.Are(to, "or", "thereabouts");
    }
}
