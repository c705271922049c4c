namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>How an entry fits a question, sign by sign, each from 0 to about 1.</summary>
/// <param name="Likeness">How like the question is to the nearest way of asking that the entry was written for.</param>
/// <param name="SecondLikeness">The same for the second nearest: one ask alone may be like it by chance.</param>
/// <param name="Coverage">The share of what the question tells that the entry speaks of, in the same or in near words.</param>
/// <param name="InTitle">The share of it that the entry's title speaks of.</param>
/// <param name="Sense">How near the whole question is in meaning to the nearest ask.</param>
/// <param name="Words">How well its words fit by the index, beside the entry that fits best.</param>
/// <param name="Kind">1 if the entry has the kind of thing that is asked for (a year, a sum, a number, a length of time), or none is.</param>
internal readonly record struct Fit(float Likeness, float SecondLikeness, float Coverage, float InTitle, float Sense, float Words, float Kind)
{
    // Fitted to a few thousand questions with known answers: every ask in turn, put to an entry that does not have it. See docs/decisions/0028.
    internal static float[] Weights = [0.15f, 0.12f, 0.26f, 0.1f, 0.15f, 0.22f, 0.12f];

    /// <summary>All signs together, 0 to about 1.</summary>
    public float Score =>
        Weights[0] * Likeness + Weights[1] * SecondLikeness + Weights[2] * Coverage + Weights[3] * InTitle + Weights[4] * Sense + Weights[5] * Words - Weights[6] * (1 - Kind);

    public float[] Signs => [Likeness, SecondLikeness, Coverage, InTitle, Sense, Words, Kind];
}
