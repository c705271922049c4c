using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class SuggestingALevel
{
    [Fact]
    public void Hears_what_volunteers_type()
    {
        Assert.True(WhatVolunteersType.Cases.Count() >= 120);
        var misses = Misses(WhatVolunteersType.Cases);
        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    /// <summary>Written after the words were settled and never tuned on: how it does on what it has not seen. A wrong level is worse than none.</summary>
    [Fact]
    public void Hears_most_of_what_it_has_not_seen_and_seldom_hears_wrong()
    {
        var unseen = WhatVolunteersType.Read(Unseen).ToList();
        var misses = Misses(unseen);
        var wrong = unseen.Count(c => SuggestLevel.For(Groups.Catalogue, Groups.Item(c.Item), c.Text) is { } level && level != c.Level);
        Assert.True(misses.Count <= unseen.Count / 5 && wrong <= unseen.Count / 20, $"{misses.Count} of {unseen.Count} missed, {wrong} wrong:\n{string.Join('\n', misses)}");
    }

    private const string Unseen = """
        G1 0 there isn't anything on paper
        G1 1 my predecessor wrote some rules but they never got signed
        G1 2 yes, adopted at our first meeting and the secretary holds it
        G1 3 the committee reads it through at the AGM every year
        G3 0 at the moment it's only me
        G3 1 my sister and I run it
        G3 2 chair, treasurer and secretary plus four others, nobody's related
        G4 0 we never have meetings as such
        G4 1 we get together but don't write anything down
        G4 2 monthly meetings with minutes
        G5 1 we're behind with the annual return
        G5 2 yes we're registered and our forms are all in
        G6 1 we'd just speak up
        G8 0 nothing at all on safeguarding
        G8 1 there's an old one somewhere
        G8 2 we have a policy, the vicar is the named lead and volunteers know how to report
        G8 2 safeguarding policy is there but hasn't been reviewed in years
        G9 2 written policies for both
        F1 0 it's in Brenda's personal account
        F1 1 only the treasurer signs
        F1 2 two out of three signatories needed
        F2 1 I write things down sometimes
        F2 2 Excel sheet, done every month
        F3 0 we have never had accounts
        F3 2 the accounts were approved by the committee in June
        F4 1 we've got the project costs listed
        F4 2 we make an annual budget and check it
        F5 1 we only count the direct costs
        F6 1 we have a little put by
        F8 0 I order, approve and pay
        O1 2 there's a flyer with everything on it
        O2 0 we have no insurance at all
        O2 1 I think the hall's insurance covers us
        O2 2 we've got public liability that covers everything we do
        O3 2 risk assessments are written for each activity
        O4 2 all volunteers who need one have been checked
        O5 1 kept in a locked cabinet
        O6 2 both have contracts and we run payroll
        O9 1 a couple of us share the passwords
        D1 0 we don't have a plan
        D3 1 we just keep a register of who comes
        D5 0 what's that, never heard of it
        D6 2 everything's in a Dropbox folder
        D7 1 we know some others but that's it
        G1 - the old secretary dealt with that
        O2 - it depends on the event
        F1 - we use the church's treasurer
        G3 - we had a big row last year
        """;

    internal static List<string> Misses(IEnumerable<(string Item, int? Level, string Text)> cases) =>
        [.. from c in cases
            let heard = SuggestLevel.For(Groups.Catalogue, Groups.Item(c.Item), c.Text)
            where heard != c.Level
            select FormattableString.Invariant($"{c.Item} {c.Text}: {heard?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"} and not {c.Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"}")];
}
