using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>
/// The first half of the question on special rules: what a group does tells which rules to ask about. It is the same question of the check, so
/// it counts as one.
/// </summary>
public sealed partial class AskedActivities(Catalogue catalogue, Item item, bool mayNotApply, Progress? progress) : AskedQuestion(progress)
{
    // A longer text may tell of something that went wrong.
    private const int MostWords = 10;

    private const string NoneOfThese = "None of these";

    public override string Id => item.Id;

    public override string ShortName => HealthCheckWording.WhatYouDo;

    protected override string Why => item.Why;

    public override string Help => item.Help;

    public override string? IfNot => catalogue.IfNot(item);

    protected override string Heading => catalogue.Wording.Areas[item.Area];

    protected override string Question(Assessment assessment) => HealthCheckWording.WhichActivities;

    protected override IEnumerable<Button> Choices(Assessment assessment)
    {
        foreach (var rule in catalogue.SpecialRules) yield return new Button(rule.Label, new SayActivities(assessment.Id, item.Id, [rule.Activity.ToString()]));
        yield return new Button(NoneOfThese, new SayActivities(assessment.Id, item.Id, []));
    }

    public override string? AnswerIn(Assessment assessment) => assessment.Profile.Activities switch
    {
        null => null,
        [] => NoneOfThese,
        var some => string.Join("; ", catalogue.SpecialRules.Where(r => some.Contains(r.Activity)).Select(r => r.Label)),
    };

    public override Assessment? Answer(Assessment assessment, string text, DateTimeOffset at)
    {
        if (SaysNone().IsMatch(Words.Fold(text).Trim(' ', '.', '!'))) return Take(assessment, [], at);
        var named = Named(catalogue, text);
        return named.Count > 0 ? Take(assessment, named, at) : null;
    }

    /// <summary>What a text says that a group does; empty if it asks, or says no.</summary>
    public static IReadOnlyList<SpecialActivity> Named(Catalogue catalogue, string text)
    {
        var folded = $" {string.Join(' ', Words.Split(text).Select(w => w.Text))} ";
        if (text.EndsWith('?') || Words.Split(text).Count > MostWords || folded.Contains(" not ", StringComparison.Ordinal) || folded.Contains(" no ", StringComparison.Ordinal) || folded.Contains(" dont ", StringComparison.Ordinal)) return [];
        return [.. catalogue.SpecialRules.Where(r => r.Also.Append(r.Label).Any(a => folded.Contains($" {string.Join(' ', Words.Split(a).Select(w => w.Text))} ", StringComparison.Ordinal))).Select(r => r.Activity)];
    }

    /// <summary>The assessment with what the group does. Whoever does none of it has answered the item, too.</summary>
    public Assessment Take(Assessment assessment, IReadOnlyList<SpecialActivity> activities, DateTimeOffset at)
    {
        var told = assessment.WithProfile(assessment.Profile with { Activities = activities }, at);
        return activities.Count == 0 && mayNotApply ? told.WithAnswer(item.Id, Choice.DoesNotApply, at, HealthCheckWording.NoActivities) : told;
    }

    /// <summary>"No", "none of these", "we don't do any of those", "that's all".</summary>
    [GeneratedRegex(@"^(no|nope|none|neither|nothing|nothing (else|like that|more)|none of (these|those|them|that|it)|(no[, ]+)?(we )?(don't|dont|do not) (do )?(any|none)( of (these|those|them|that))?|no more|(no[, ]+)?that('?s| is) (it|all)|done)$")]
    public static partial Regex SaysNone();
}
