using System.Security.Cryptography;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>
/// The codes that show a check and change nothing: <c>view-</c> and four words. The word in front, and a fingerprint of another purpose, keep
/// one from ever being taken for a resume code. Only people proved to be officers or advisers may try one, and guessing is slowed.
/// </summary>
public sealed class ViewingCodes(SignedTokens tokens, TimeProvider time)
{
    public const string Prefix = "view";
    private const int Length = 4;
    private static readonly Spelling Known = new(ResumeWords.All.Select(w => (w, 1)));

    public WrongCodes Wrong { get; } = new(time);

    /// <summary>A code that nobody has.</summary>
    public static string Draw() => string.Join('-', Enumerable.Range(0, Length).Select(_ => ResumeWords.All[RandomNumberGenerator.GetInt32(ResumeWords.All.Count)]).Prepend(Prefix));

    /// <summary>The fingerprint of a typed code, with slips of the keyboard mended; null if it is not the word and four of ours.</summary>
    public string? Fingerprint(string typed)
    {
        var words = Words.Split(typed).Select(w => w.Text).ToList();
        // "view view-otter-..." is what people type who were told to type view and the code.
        while (words is [Prefix, Prefix or "code", ..]) words.RemoveAt(1);
        if (words is not [Prefix, ..]) return null;
        var code = words.Skip(1).Select(w => Known.Knows(w) ? w : Known.Nearest(w)).ToList();
        return code.Count == Length && code.TrueForAll(w => w is not null) ? tokens.Fingerprint("viewing-code", string.Join(' ', code)) : null;
    }
}
