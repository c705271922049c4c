using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.HealthCheck.AreaReports;

/// <summary>
/// How the groups of an area stand, told so that no group can be picked out of it. Every figure is rounded to five, or null if it may not be
/// told. Once made it never changes, and every check is counted in one report only.
/// </summary>
/// <param name="Through">The last day of the quarter that it closes, UK time.</param>
/// <param name="Groups">How many groups it is about: the sum of the routes' figures and the rest.</param>
/// <param name="Areas">Each area of the check, the weakest first; those that may not be told last.</param>
/// <param name="Routes">The routes with enough groups.</param>
/// <param name="OtherRoutes">The groups on all other routes together; 0 if there are none.</param>
/// <param name="Training">The training and support needs of the Bolton paper, the most frequent first.</param>
/// <param name="Again">What has changed in groups that did the check again; null if too few did.</param>
public sealed record AreaReport(
    DateOnly Through, int Groups, IReadOnlyList<WeakArea> Areas, IReadOnlyList<RouteStops> Routes, int OtherRoutes, IReadOnlyList<NeedCount> Training, ChangeOverTime? Again);

/// <param name="Weak">How many groups stand at one of the two lower words.</param>
public sealed record WeakArea([property: JsonConverter(typeof(JsonStringEnumConverter<Area>))] Area Area, int? Weak);

/// <summary>What stops groups on one route.</summary>
/// <param name="Stops">The items that most often come first in the result, the most frequent first; only those that may be told.</param>
public sealed record RouteStops(FundingWanted Route, int Groups, IReadOnlyList<StopCount> Stops);

public sealed record StopCount(string ItemId, int Groups);

/// <param name="Groups">How many groups have a low answer that points to it.</param>
public sealed record NeedCount([property: JsonConverter(typeof(JsonStringEnumConverter<TrainingNeed>))] TrainingNeed Need, int? Groups);

/// <summary>The first check beside the latest.</summary>
public sealed record ChangeOverTime(int Groups, IReadOnlyList<AreaChange> Areas);

/// <param name="Up">How many groups stand higher in the area than the first time.</param>
/// <param name="Down">How many stand lower.</param>
public sealed record AreaChange([property: JsonConverter(typeof(JsonStringEnumConverter<Area>))] Area Area, int? Up, int? Down);
