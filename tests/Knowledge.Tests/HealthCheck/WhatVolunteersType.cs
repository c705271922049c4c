namespace CommissioningBot.Knowledge.Tests.HealthCheck;

/// <summary>
/// What volunteers type instead of pressing a level, written down before any of it was understood: the item that is open, the level that the
/// words suggest (- for "ask again"), and the words.
/// </summary>
internal static class WhatVolunteersType
{
    public static IEnumerable<(string Item, int? Level, string Text)> Cases => Read(Table);

    public static IEnumerable<(string Item, int? Level, string Text)> Read(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => (parts[0], parts[1] == "-" ? (int?)null : parts[1][0] - '0', parts[2]));

    private const string Table = """
        G1 0 we've got nothing written down
        G1 0 we haven't got any rules yet
        G1 0 never needed a constitution
        G1 1 we've got a draft but it isn't signed
        G1 1 there's a constitution somewhere but I can't find it
        G1 1 we are working on one at the moment
        G1 1 it's half done
        G1 2 it was signed and everyone has a copy
        G1 2 we've got a constitution but nobody's looked at it for ages
        G1 2 signed constitution, not reviewed since 2015
        G1 3 we signed it and we went over it at the AGM this year
        G1 3 we review our constitution every year
        G1 - we have a constitution I think, not sure if it's signed
        G1 - probably
        G1 - ask Margaret, she has the folder
        G2 0 we're just a few friends
        G2 1 we have rules but would have to sign in our own names
        G2 2 we are a charitable incorporated organisation
        G2 2 the CVS would sign for us as our host
        G2 3 we're a CIC and an adviser looked at it this year
        G3 0 it's just me really
        G3 0 I do it all myself
        G3 1 me and my husband
        G3 1 there are two of us
        G3 1 it's all family
        G3 2 five of us, none related, with a chair, a secretary and a treasurer
        G3 2 we have a chair, treasurer and secretary who aren't related
        G3 3 seven trustees and every year we look at what skills are missing
        G3 - quite a few people help out
        G4 0 we don't really meet
        G4 0 no regular meetings, we just chat on WhatsApp
        G4 1 we meet but nobody takes notes
        G4 1 we meet up now and then
        G4 2 we meet every month and write minutes
        G4 3 minutes are kept and we check the actions at each meeting
        G5 0 never looked into it
        G5 1 our annual return is late
        G5 1 we should be registered but haven't done it
        G5 2 registered and all our returns are in
        G5 3 registered, all returns in on time and the treasurer keeps a list of the dates
        G6 0 never come up
        G6 0 we've never talked about it
        G6 1 people would say if they had an interest but we have no policy
        G6 2 we have a policy and a register of interests
        G6 3 it's on the agenda at every meeting and we have a written policy
        G7 0 people just join in
        G7 1 the chair has a chat with new people
        G7 2 new trustees get an induction and read the essential trustee
        G7 3 they get an induction and we go over the duties every year
        G8 0 we haven't got one
        G8 0 no policy yet, but we're careful
        G8 1 we downloaded one off the internet
        G8 1 we've got a policy but we've never talked about it
        G8 2 we've got a policy but nobody's looked at it for ages
        G8 2 own policy, Sue is the named lead and everybody knows how to report
        G8 3 we have our own policy and lead, and went over it in March this year with training
        G8 - one of the kids got upset last week
        G9 0 not got anything like that
        G9 1 we mean to write one
        G9 2 we've a written equality statement and a complaints procedure
        G9 3 both are written and we check every year who we reach
        F1 0 it goes through my own account
        F1 0 the cash is in a tin at home
        F1 1 we've got a club account but the treasurer can pay on her own
        F1 1 group account with one signatory
        F1 2 Co-op bank account in the group's name, two of us have to sign
        F1 2 account in our name with two signatories
        F1 3 two to sign, and we checked the mandate this year
        F1 - we're with Barclays
        F2 0 just a carrier bag of receipts
        F2 0 we keep the receipts and that's about it
        F2 1 I jot it down now and then
        F2 1 we have a list but it's not up to date
        F2 2 spreadsheet that's kept up to date and matched with the bank every month
        F2 3 the treasurer does it monthly and someone else checks it
        F3 0 we've never done any accounts
        F3 1 only rough figures
        F3 1 we're new so all we have is bank statements
        F3 1 they are drafted but the committee hasn't agreed them
        F3 2 accounts agreed at the AGM and independently examined
        F3 3 agreed, examined and sent in on time with a report
        F4 0 no budget
        F4 0 we just spend what we have
        F4 1 just a list of costs for this project
        F4 2 we set a budget each year and look at it every quarter
        F4 3 yearly budget and a cash flow forecast
        F5 0 it's a guess
        F5 1 only the direct costs
        F5 2 direct costs plus a share of the rent and phone
        F5 3 we add overheads and compared it with last year's figures
        F6 0 nothing in the bank
        F6 1 a bit put by, no target
        F6 2 three months' costs, it's written in our reserves policy
        F7 1 it all comes from one grant
        F7 2 grants, a raffle and membership fees
        F8 0 the treasurer does everything
        F8 1 two of us do it but it's not written down
        F8 2 it's written down who orders, who approves and who pays
        F9 0 we haven't kept a list
        F9 1 we've a list of some of them
        F9 2 we have a full list of all our grants for the last three years
        O1 0 it's really hard to explain
        O1 1 everyone says something different
        O1 2 we've a one page leaflet that says who it's for, where and when
        O1 3 we have a leaflet and the council directory entry is up to date
        O2 0 we haven't got insurance
        O2 0 not insured
        O2 1 the hall has some, we don't know what it covers
        O2 1 it ran out last year
        O2 2 public liability for five million, covers all our sessions
        O2 3 we have public liability, know the limits and can raise it if they want more
        O3 0 can't say we've thought about it
        O3 1 just common sense
        O3 2 written risk assessments for the kitchen and the minibus
        O3 3 risk assessments are done, we have an accident book and look at them each year
        O4 0 nobody has been checked
        O4 1 the leaders have a DBS but not the rest
        O4 2 we went through each role and everyone who needs it has been checked
        O4 3 DBS for everyone who needs one, references, and we renew them every three years
        O5 0 never thought about GDPR
        O5 1 it's on a laptop with a password
        O5 2 we've a privacy notice and did the ICO fee test
        O6 0 nothing in writing
        O6 1 just a verbal agreement
        O6 2 she has a contract, goes through payroll and has a pension
        O7 0 we've nowhere of our own
        O7 1 the vicar lets us use the hall, nothing agreed
        O7 2 we have a hire agreement and our stuff is insured
        O8 1 we ask people now and then
        O8 2 we do a feedback form every term and changed the menu because of it
        O9 0 it's all in Jean's head
        O9 1 we share some of the passwords
        O9 2 two of us can run it, files are backed up and we use two-step
        O10 0 we're brand new
        O10 1 lots of lovely stories
        O10 2 two case studies with numbers and a referee
        O11 0 no idea what the rules are
        O11 1 I've heard there's something about food
        O11 2 we're registered with the council for food and have the permit for the minibus
        D1 0 no plan
        D1 1 plenty of ideas
        D1 2 a written plan for the year with our aims
        D1 3 we have a written plan, it's costed and we look at it every quarter
        D2 0 we just know it
        D2 1 we've heard lots of stories
        D2 2 figures from the census and what people told us in a survey
        D3 1 we count heads
        D3 2 a before and after question with everyone who comes
        D4 0 never discussed it
        D4 1 Dave does the bids
        D4 2 we agreed when to bid and when to say no
        D5 0 never heard of it
        D5 1 we've an account but that's it
        D5 2 registered with a share code
        D6 0 haven't got a folder
        D6 1 bits all over the place
        D6 2 it's all in one folder on Google Drive
        D7 0 we work on our own
        D7 1 we know a few other groups
        D7 2 the food bank is our partner and we've talked about who does what
        D7 3 we have a signed partnership agreement with who leads and how money is split
        D8 0 don't know what that means
        D8 1 just general words about the community
        D8 2 we promise three jobs for local people and will measure it
        G1 - what counts as signed?
        G1 - we have 12 members
        F1 - it's complicated
        O2 - maybe
        G8 - I'm not sure, perhaps we have one
        D1 - depends who you ask
        """;
}
