using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Every text of a reply that is no entry's, so that a test can hold replies to it.</summary>
internal static class ListedWording
{
    public static IEnumerable<string> Of(ContentLibrary library) =>
    [
        Decide.NotCertain, PlainReply.MoreThanOnePlace, PlainReply.WhoToRing,
        .. library.Words.Boundaries.All.Select(b => b.Says),
        .. library.Words.Languages.All.Select(l => l.Says),
        .. new[] { true, false }.SelectMany(c => new[] { PlainReply.NothingHeld(c, true), PlainReply.NothingHeld(c, false) }),
        .. library.Words.Places.All.SelectMany(p => new[] { Decide.NotOf(p.Name), PlainReply.NotOfEngland(p.Name), PlainReply.Unknown(p.Name), PlainReply.Which(p.Name) }),
    ];
}
