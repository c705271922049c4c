namespace CommissioningBot.Knowledge.HealthCheck.Planning;

/// <summary>
/// How far a step has come, in the six categories by which Birmingham's scrutiny committees tracked recommendations in 2016 (Appendix 1 of
/// their report). Shown to advisers; a group reads plain words.
/// </summary>
public enum Tracking { AchievedFully = 1, AchievedLate, NotAchievedProgressMade, NotAchievedObstacle, NotAchievedInsufficientProgress, InProgress }

public static class TrackSteps
{
    /// <param name="today">UK time.</param>
    public static Tracking On(this PlannedStep step, DateOnly today) => step switch
    {
        { Status: StepStatus.Done } => step.DoneOn > step.By ? Tracking.AchievedLate : Tracking.AchievedFully,
        { Status: StepStatus.Stuck } => Tracking.NotAchievedObstacle,
        _ when today <= step.By => Tracking.InProgress,
        { Status: StepStatus.Begun } => Tracking.NotAchievedProgressMade,
        _ => Tracking.NotAchievedInsufficientProgress,
    };

    /// <summary>The category as the report names it.</summary>
    public static string Name(this Tracking tracking) => tracking switch
    {
        Tracking.AchievedFully => "Achieved (Fully)",
        Tracking.AchievedLate => "Achieved (Late)",
        Tracking.NotAchievedProgressMade => "Not Achieved (Progress Made)",
        Tracking.NotAchievedObstacle => "Not Achieved (Obstacle)",
        Tracking.NotAchievedInsufficientProgress => "Not Achieved (Insufficient Progress)",
        _ => "In Progress",
    };
}
