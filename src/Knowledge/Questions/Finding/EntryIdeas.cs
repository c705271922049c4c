namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>An entry as a question is compared with it: the numbers of its ideas.</summary>
/// <param name="Asks">The ideas of each way of asking, the title last.</param>
/// <param name="AskWeights">What the ideas of each weigh together.</param>
/// <param name="Senses">The direction of each way of asking; null where no word of it is known.</param>
/// <param name="All">Every idea of the entry, its text included.</param>
internal sealed record EntryIdeas(int[][] Asks, float[] AskWeights, float[]?[] Senses, int[] All)
{
    public int[] Title => Asks[^1];
}
