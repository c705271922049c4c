namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>One thing that a profile must show; every part that is given must hold.</summary>
public sealed record Condition
{
    public IReadOnlyList<FundingWanted>? Funding { get; init; }

    public IReadOnlyList<LegalForm>? Form { get; init; }

    public IReadOnlyList<WorksWith>? WorksWith { get; init; }

    /// <summary>Pounds a year, this figure included.</summary>
    public decimal? IncomeFrom { get; init; }

    /// <summary>Pounds a year, this figure left out.</summary>
    public decimal? IncomeOver { get; init; }

    /// <summary>Pounds a year, this figure left out.</summary>
    public decimal? IncomeUnder { get; init; }

    /// <summary>Pounds a year, this figure included.</summary>
    public decimal? IncomeUpTo { get; init; }

    public int? StaffFrom { get; init; }

    public int? StaffUnder { get; init; }

    /// <summary>Whether volunteers help the group.</summary>
    public bool? Volunteers { get; init; }

    /// <summary>Things with rules of their own, of which the group does one at least.</summary>
    public IReadOnlyList<SpecialActivity>? Activities { get; init; }

    public DateOnly? YearEndFrom { get; init; }

    public DateOnly? YearEndBefore { get; init; }

    public bool? YearEndKnown { get; init; }

    /// <summary>True or false if the profile settles it; null if something it depends on is not known.</summary>
    public bool? Holds(Profile profile)
    {
        bool?[] parts =
        [
            Funding is null ? true : profile.FundingWanted is { } funding ? Funding.Contains(funding) : null,
            Form is null ? true : IsOneOf(Form, profile.LegalForm, LegalForm.NotSure),
            WorksWith is null ? true : IsOneOf(WorksWith, profile.WorksWith, HealthCheck.WorksWith.NotSure),
            IncomeFrom is { } from ? profile.Income?.IsAtLeast(from) : true,
            IncomeOver is { } over ? profile.Income?.IsOver(over) : true,
            IncomeUnder is { } under ? !profile.Income?.IsAtLeast(under) : true,
            IncomeUpTo is { } upTo ? !profile.Income?.IsOver(upTo) : true,
            StaffFrom is { } staffFrom ? HasStaff(profile.PaidStaff, staffFrom) : true,
            StaffUnder is { } staffUnder ? !HasStaff(profile.PaidStaff, staffUnder) : true,
            Volunteers is { } volunteers ? profile.HasVolunteers is { } has ? has == volunteers : null : true,
            Activities is { } activities ? profile.Activities is { } does ? activities.Any(does.Contains) : null : true,
            YearEndFrom is { } first ? profile.YearEnd >= first : true,
            YearEndBefore is { } end ? profile.YearEnd < end : true,
            YearEndKnown is { } known ? profile.YearEnd is not null == known : true,
        ];
        return parts.Contains(false) ? false : parts.Contains(null) ? null : true;
    }

    private static bool? IsOneOf<T>(IReadOnlyList<T> wanted, T? given, T notSure) where T : struct, Enum =>
        given is not { } value ? null : wanted.Contains(value) ? true : value.Equals(notSure) ? null : false;

    // The law on staff asks for at least one or at least five; both are edges of the choices.
    private static bool? HasStaff(PaidStaff? staff, int number) => staff switch
    {
        null => null,
        PaidStaff.None => number <= 0,
        PaidStaff.OneToFour => number <= 1,
        _ => true,
    };
}

/// <summary>Conditions of which one is enough. None at all means always.</summary>
public sealed record Circumstances(IReadOnlyList<Condition> Any)
{
    public bool? Hold(Profile profile)
    {
        if (Any.Count == 0) return true;
        var each = Any.Select(c => c.Holds(profile)).ToList();
        return each.Contains(true) ? true : each.Contains(null) ? null : false;
    }

    public bool MayHold(Profile profile) => Hold(profile) != false;

    public bool SurelyHold(Profile profile) => Hold(profile) == true;
}
