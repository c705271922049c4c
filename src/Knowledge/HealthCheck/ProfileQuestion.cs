namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>One way to answer a profile question.</summary>
/// <param name="Id">The name of the answer in the content files; for an income band, such as "from_5000".</param>
/// <param name="Also">Everyday words that mean this option.</param>
/// <param name="Income">The band, for the income question.</param>
public sealed record ProfileOption(string Id, string Label, IReadOnlyList<string> Also, Income? Income);

/// <summary>One of the five questions that start the check.</summary>
/// <param name="Also">Ways to name it, so that "our income" finds it.</param>
public sealed record ProfileQuestion(ProfileTopic Topic, string Question, string Help, string Why, IReadOnlyList<string> Also, IReadOnlyList<ProfileOption> Options)
{
    /// <summary>What the profile says to this question, in the words of the option or as a figure; null if nothing yet.</summary>
    public string? AnswerIn(Profile profile) =>
        Topic == ProfileTopic.Income && profile.Income?.Figure is { } figure ? figure : Chosen(profile)?.Label;

    /// <summary>The option that the profile holds; null if there is none yet or the income is a figure.</summary>
    public ProfileOption? Chosen(Profile profile) =>
        profile.Has(Topic) ? Options.FirstOrDefault(o => profile.With(Topic, o) == profile) : null;
}
