using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Conversation;

public enum Interruption
{
    None,
    Help,
    Stop,
    StartAgain,
    Back,
}

/// <summary>The few words that mean the same at every moment. The whole message must be one of them: "stop" inside a question stops nothing.</summary>
public static class Interruptions
{
    private static readonly Dictionary<string, Interruption> Phrases = new(StringComparer.Ordinal)
    {
        ["help"] = Interruption.Help,
        ["help me"] = Interruption.Help,
        ["menu"] = Interruption.Help,
        ["what can you do"] = Interruption.Help,
        ["what can i ask"] = Interruption.Help,
        ["stop"] = Interruption.Stop,
        ["quit"] = Interruption.Stop,
        ["exit"] = Interruption.Stop,
        ["cancel"] = Interruption.Stop,
        ["end"] = Interruption.Stop,
        ["pause"] = Interruption.Stop,
        ["start again"] = Interruption.StartAgain,
        ["start over"] = Interruption.StartAgain,
        ["restart"] = Interruption.StartAgain,
        ["begin again"] = Interruption.StartAgain,
        ["go back"] = Interruption.Back,
        ["back"] = Interruption.Back,
        ["previous"] = Interruption.Back,
        ["previous question"] = Interruption.Back,
        ["undo"] = Interruption.Back,
    };

    public static Interruption Recognise(string text)
    {
        var words = Words.Fold(text).Trim(' ', '.', '!', '?').Replace(" please", "", StringComparison.Ordinal).Replace("please ", "", StringComparison.Ordinal);
        return Phrases.GetValueOrDefault(words);
    }
}
