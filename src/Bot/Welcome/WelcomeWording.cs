using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Welcome;

/// <summary>What the bot says about itself and about getting around.</summary>
public static class WelcomeWording
{
    public const string NothingTyped = "I got an empty message. Type a question, or **help** to see what I can do.";
    public const string PrivateDetailsLeftOut = "I do not need private details such as telephone numbers or e-mail addresses here, so they are left out of what I keep.";
    public const string UnknownButton = "I do not know that button any more; it may be from an older version of me. Type **help** to see what I can do now.";
    public const string NowhereBack = "There is nothing to go back to here. Type **help** to see what I can do.";
    public const string LeftAsItWas = "All right, I have left everything as it was.";

    public static string Off(Role role, HostSettings host) =>
        $"Sorry, I have been switched off for now while something is put right. Please ask **{(role == Role.Group ? host.LocalSupport : host.ProcurementTeam)}** meanwhile; what you have saved is safe, and yours to fetch or delete.";

    public static string Greeting(Role role) =>
        role == Role.Group
            ? """
              Hello. I am CommissioningBot: a computer program (a bot), not a person.

              - **Get ready for funding** with a ten-minute health check
              - **Ask** about grants, contracts and the words councils use; I say where each answer comes from

              I keep what you type, so that you can come back to it. Say **delete our data** at any time. Please leave out private details about people.
              """
            : """
              Hello. I am CommissioningBot: a computer program (a bot), not a person.

              - **Find providers** in plain words; I say why each one matched
              - **Check a rule or a term**, with its source and date

              Lists are market research, not selection. I keep what you type, and a record of each search, so that an answer can be shown again. Say **delete our data** at any time.
              """;

    public static string Help(Role role) =>
        role == Role.Group
            ? """
              Here is what you can type:
              - **health check**: see what you have and what is missing for the money you want
              - **resume** and your four words: go on with a check you began before
              - **share our check**: choose what a council or an adviser may read; **who has seen our check?** and **stop sharing**
              - **find us a partner**: groups near you that do the part you do not, from public lists
              - any question, such as *what is a PQQ?*, *grant or contract?* or *do we have to be a registered charity?*
              - **go back**, **stop**, **start again**
              - **what do you hold about us?** or **delete our data**
              """
            : $"""
              Here is what you can type:
              - who you are looking for, such as *befriending for older people in Bolton* or *debt advice near Telford*
              - then narrow it: *only in Wirral*, *what about young people?*, *more*
              - the market: *who is out there for youth work in the North West?*, *where are the gaps?*, *who would a £100,000 turnover requirement leave out?*, *who together could cover befriending and transport in Bolton?*
              - **add 2 to my shortlist**, **my shortlist**, **export this list**, **save this search as** and a name, **my saved searches**, **my search record**
              - any question, such as *what is the threshold for services now?* or *may we ask for a PQQ below threshold?*
              - the viewing code of a group, such as *view-otter-maple-river-stone*: read what it shows you{(role == Role.Adviser ? "\n- **my groups**: those that share with you; **listing requests**: groups that ask to be found; **area report**: what groups here need" : "")}
              - **stop**, **start again**, **what do you hold about us?**, **delete our data**
              """;

    public static IReadOnlyList<Button> FirstButtons(Role role) =>
        role == Role.Group
            ?
            [
                new("Start the health check", new StartCheck()),
                new("Grant or contract?", new Ask("Should it be a grant or a contract?")),
                new("What is a PQQ?", new Ask("What is a PQQ?")),
                new("What do you hold about us?", new ShowWhatIsHeld()),
            ]
            :
            [
                new("Befriending for older people in Bolton", new SearchProviders("befriending for older people in Bolton")),
                new("What is the threshold for services now?", new Ask("What is the threshold for services now?")),
                new("What do you hold about us?", new ShowWhatIsHeld()),
            ];

    public static string CannotReadFiles(bool keptHere) =>
        $"I cannot read documents yet. Nobody looks at your file{(keptHere ? ", and it is deleted after 24 hours" : "")}. Please tell me in a sentence what you would like to know.";

    public static string TooLong(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"That is longer than I can read in one go ({limit:N0} letters). Please ask it in a sentence or two.");

    public static string Stopped(string? left) => $"All right, I have stopped. {left ?? "Nothing was left open."} Type a question or **help** when you want to go on.";

    public static string StartedAgain(string? left) => $"Let us start again. {left} What would you like to do?".Replace("  ", " ", StringComparison.Ordinal);
}
