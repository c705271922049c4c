namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>"Question 4 of 11". The total can shrink as the profile becomes known; it does not grow.</summary>
public sealed record Progress(int Number, int Total);

/// <summary>What to ask next.</summary>
public abstract record NextQuestion
{
    private NextQuestion()
    {
    }

    public sealed record OfProfile(ProfileQuestion Question, Progress Progress) : NextQuestion;

    /// <param name="Choices">What may be answered, in the order to show it.</param>
    /// <param name="Progress">Null after the core, where nobody is hurried along.</param>
    public sealed record OfItem(Item Item, IReadOnlyList<Choice> Choices, Progress? Progress) : NextQuestion;

    /// <summary>There is nothing left to ask here.</summary>
    public sealed record Done : NextQuestion;
}
