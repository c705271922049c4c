using System.Globalization;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class SayingWhenTheYearEnds
{
    [Theory]
    [InlineData("year end 31 March", "2026-03-31")]
    [InlineData("Our financial year ends on 5 April", "2026-04-05")]
    [InlineData("our year ends in March", "2026-03-31")]
    [InlineData("year end is the end of August", "2026-08-31")]
    [InlineData("year ending 31/3/27", "2027-03-31")]
    [InlineData("year-end 31 December 2025", "2025-12-31")]
    [InlineData("the end of our financial year is 30 September", "2026-09-30")]
    [InlineData("year ends 20 November", "2026-11-20")]
    [InlineData("When does the charity year end?", null)]
    [InlineData("our year ends soon", null)]
    [InlineData("we meet on 31 March", null)]
    [InlineData("the grant we had from the council in the year ended in March was for the lunch club and the minibus", null)]
    public void Takes_the_last_day_of_the_year_that_ended_last_unless_a_year_is_named(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), YearEnd.In(text, new DateOnly(2026, 11, 20)));
}
