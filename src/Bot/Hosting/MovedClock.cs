using System.Globalization;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// The system's clock, moved by the seconds that stand in a file. In Development only, so that what happens after twenty minutes or ninety
/// days can be tried in the running product: name the file in <c>COMMISSIONINGBOT_CLOCK</c>.
/// </summary>
public sealed class MovedClock(string file) : TimeProvider
{
    public const string Variable = "COMMISSIONINGBOT_CLOCK";

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + (File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero);
}
