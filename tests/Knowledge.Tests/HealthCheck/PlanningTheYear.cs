using System.Globalization;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class PlanningTheYear
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Profile Cio = Groups.LunchClub with { LegalForm = LegalForm.Cio };
    private static readonly Profile Cic = Groups.LunchClub with { LegalForm = LegalForm.Cic, Income = Income.Of(180_000), PaidStaff = PaidStaff.OneToFour };

    private static YearEvent? On(string id, Profile profile, DateOnly? yearEnd, DateOnly? today = null) =>
        YearAhead.Of(Groups.Catalogue.Plan, profile, yearEnd, Today, today ?? Today).FirstOrDefault(e => e.Id == id);

    [Theory]
    // Ten months after the end, on the last day of a month where the year ends with one.
    [InlineData("2026-03-31", "2027-01-31")]
    [InlineData("2026-02-28", "2026-12-31")]
    [InlineData("2026-04-05", "2027-02-05")]
    // Already past for the year named, so the one after it.
    [InlineData("2025-12-31", "2027-10-31")]
    [InlineData("2020-03-31", "2027-01-31")]
    // A year end that is still to come, while the one before it is not yet done with.
    [InlineData("2027-03-31", "2027-01-31")]
    public void A_cio_sends_its_return_ten_months_after_its_year_end(string yearEnd, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), On("charity_return_cio", Cio, DateOnly.Parse(yearEnd, CultureInfo.InvariantCulture))!.On);

    [Fact]
    public void Due_today_is_still_to_be_done() => Assert.Equal(new DateOnly(2027, 1, 31), On("charity_return_cio", Cio, new DateOnly(2026, 3, 31), new DateOnly(2027, 1, 31))!.On);

    [Fact]
    public void Companies_send_accounts_after_nine_months_and_groups_do_not()
    {
        Assert.Equal(new DateOnly(2026, 12, 31), On("company_accounts", Cic, new DateOnly(2026, 3, 31))!.On);
        Assert.Null(On("company_accounts", Groups.LunchClub, new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public void Without_a_year_end_no_day_is_made_up()
    {
        Assert.Null(On("charity_return_cio", Cio, null)!.On);
        Assert.NotNull(On("check_again", Cio, null)!.On);
    }

    [Fact]
    public void A_small_unregistered_group_with_no_staff_has_no_date_of_law()
    {
        var year = YearAhead.Of(Groups.Catalogue.Plan, Groups.LunchClub, new DateOnly(2026, 3, 31), Today, Today);
        Assert.DoesNotContain(year, e => e.Id is "charity_return" or "charity_return_cio" or "employers_liability");
    }

    [Fact]
    public void Comes_in_the_order_of_its_days_those_without_a_day_last()
    {
        var days = YearAhead.Of(Groups.Catalogue.Plan, Cic, new DateOnly(2026, 3, 31), Today, Today).Select(e => e.On).ToList();
        Assert.Equal(days.OrderBy(d => d ?? DateOnly.MaxValue), days);
        Assert.Contains(null, days);
    }
}
