using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What the group is after now.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FundingWanted>))]
public enum FundingWanted { SmallGrant, LargerGrant, SmallContract, AdvertisedContract, Partner, SafeAndLegal }

/// <summary>How the group is set up in law.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LegalForm>))]
public enum LegalForm { InformalGroup, GroupWithRules, CharitableTrust, Cio, CharitableCompany, Cic, Society, Other, NotSure }

/// <summary>Whether the group helps under-18s, or adults who need care or support because of age, illness or disability.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorksWith>))]
public enum WorksWith { Children, Adults, Both, Neither, NotSure }

/// <summary>How many people the group pays.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaidStaff>))]
public enum PaidStaff { None, OneToFour, FiveOrMore }

/// <summary>The five questions that start the check, in the order in which they are asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfileTopic>))]
public enum ProfileTopic { FundingWanted, LegalForm, Income, WorksWith, PaidStaff }

/// <summary>What a group has said of itself; null is what it has not been asked yet.</summary>
public sealed record Profile
{
    public static readonly Profile Empty = new();

    public FundingWanted? FundingWanted { get; init; }

    public LegalForm? LegalForm { get; init; }

    public Income? Income { get; init; }

    public WorksWith? WorksWith { get; init; }

    public PaidStaff? PaidStaff { get; init; }

    /// <summary>The last day of the financial year in question. The accounts rules depend on it; it is not one of the five.</summary>
    public DateOnly? YearEnd { get; init; }

    /// <summary>What it does that has rules of its own; null until it was asked, empty for none of it. Asked only when it matters.</summary>
    public IReadOnlyList<SpecialActivity>? Activities { get; init; }

    /// <summary>Whether volunteers help, if the group has said so; null if not. Read <see cref="HasVolunteers"/>.</summary>
    public bool? Volunteers { get; init; }

    /// <summary>Whether volunteers help: a group that pays nobody is run by them. Null if it is not known.</summary>
    [JsonIgnore]
    public bool? HasVolunteers => PaidStaff == HealthCheck.PaidStaff.None ? true : Volunteers;

    public bool Has(ProfileTopic topic) => topic switch
    {
        ProfileTopic.FundingWanted => FundingWanted is not null,
        ProfileTopic.LegalForm => LegalForm is not null,
        ProfileTopic.Income => Income is not null,
        ProfileTopic.WorksWith => WorksWith is not null,
        _ => PaidStaff is not null,
    };

    /// <summary>This profile with one of the question's own options taken.</summary>
    public Profile With(ProfileTopic topic, ProfileOption option) => topic switch
    {
        ProfileTopic.FundingWanted => this with { FundingWanted = Named<FundingWanted>(option) },
        ProfileTopic.LegalForm => this with { LegalForm = Named<LegalForm>(option) },
        ProfileTopic.Income => this with { Income = option.Income },
        ProfileTopic.WorksWith => this with { WorksWith = Named<WorksWith>(option) },
        _ => this with { PaidStaff = Named<PaidStaff>(option) },
    };

    public Profile Without(ProfileTopic topic) => topic switch
    {
        ProfileTopic.FundingWanted => this with { FundingWanted = null },
        ProfileTopic.LegalForm => this with { LegalForm = null },
        ProfileTopic.Income => this with { Income = null },
        ProfileTopic.WorksWith => this with { WorksWith = null },
        _ => this with { PaidStaff = null },
    };

    private static T Named<T>(ProfileOption option) where T : struct, Enum =>
        Names.TryRead<T>(option.Id, out var value) ? value : throw new ArgumentException($"'{option.Id}' is no {typeof(T).Name}.", nameof(option));
}
