using System.Security.Cryptography;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>
/// Four words, easy to read aloud, that open a check again on another device. Only a keyed fingerprint is kept. Four words of 256 are 32
/// bits, so guessing is slowed: by conversation and on the whole host.
/// </summary>
public sealed class ResumeCodes(SignedTokens tokens, KeptChecks checks, TimeProvider time)
{
    public const int Length = 4;
    private static readonly Spelling Known = new(ResumeWords.All.Select(w => (w, 1)));
    private readonly WrongCodes wrong = new(time);

    /// <summary>Gives a check a new code, four words with spaces between; the one before opens nothing any more.</summary>
    public string Give(Turn turn, KeptCheck check)
    {
        var code = string.Join(' ', Enumerable.Range(0, Length).Select(_ => ResumeWords.All[RandomNumberGenerator.GetInt32(ResumeWords.All.Count)]));
        checks.Recode(turn, check, Fingerprint(code)!);
        return code;
    }

    /// <summary>The fingerprint of a typed code, with slips of the keyboard mended; null if it is not four of our words.</summary>
    public string? Fingerprint(string typed)
    {
        var words = Words.Split(typed).Select(w => Known.Knows(w.Text) ? w.Text : Known.Nearest(w.Text)).ToList();
        return words.Count == Length && words.All(w => w is not null) ? tokens.Fingerprint("resume-code", string.Join(' ', words)) : null;
    }

    /// <summary>False when so many wrong codes were tried within the hour, in this conversation or on this host, that it may not try for now.</summary>
    public bool MayTry(string conversation) => wrong.MayTry(conversation);

    public void CountWrong(string conversation) => wrong.Count(conversation);
}
