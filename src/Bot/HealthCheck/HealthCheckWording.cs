using System.Globalization;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What the bot says around the questions. The questions themselves are content.</summary>
public static class HealthCheckWording
{
    public const string BackToTheCheck = "Now back to your health check.";
    public const string NotAnAnswer = "I could not tell which answer you mean. Please press one, or type its number. You can also ask me a question, and then go on.";
    public const string OldQuestion = "That question has changed since the button was made, so I have not saved it. Here is where you are now.";
    public const string AnotherCheck = "That button belongs to a health check that is not open here, so I have changed nothing. To open one you began elsewhere, type **resume** and your four words.";
    public const string Cleared = "Done. This device has forgotten the conversation.";
    public const string HowToResume = "To open a check you began before, type **resume** and your four words, for example *resume otter maple river stone*. The words came with your code.";
    public const string OnlyInPrivate = "A health check is between your group and me, and here others would see your answers. Please talk to me in a private chat and type **health check** there. Questions I answer here too.";

    public static string WrongCode(string person) =>
        $"I cannot find a check for those four words. Please look at the spelling and the order, and try again. If the code was replaced, only the newest one works. Lost the words? Nobody can look them up, but {person}, can help you start again.";

    public static string TooManyCodes(string person) =>
        $"Too many wrong codes have been tried here in the last hour, so I am not trying any more for now. Please come back in an hour, or ring {person}.";

    public static string Start(DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Good. This takes about ten minutes: at most twelve short questions. There are no wrong answers, and **Not sure** is fine. Each answer is saved as you give it, until {until:d MMMM yyyy}. Nobody sees it unless you show them.
        """);

    public static string Saved(string name, string answer) => $"Saved. {name}: **{answer}**.";

    public static string AlreadySaved(string name, string answer) => $"That was saved already. {name}: **{answer}**.";

    public static string AnsweredBefore(string name, string before, string after) =>
        $"That button is from an earlier question. {name} is saved as **{before}**. Shall I change it to **{after}**?";

    public static string StoppedInTheMiddle(string code, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Your answers are saved until {until:d MMMM yyyy}. To go on later, on this or another device, type **resume {code}**. Please write these four words down.
        """);

    public static string Code(string code, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Your four words are: **{code}**

        On any device, open the chat and type **resume {code}**. Whoever has the words can see and change the answers, so share them only with people in your group. They work until {until:d MMMM yyyy}. A code you had before no longer works.
        """);

    public static string BeforeClearing(bool hasCheck, string? newCode) =>
        (newCode is not null ? $"Your answers stay saved. To open them again, on any device, type **resume {newCode}** in the chat. Please write these four words down now: nobody can give them to you later.\n\n"
            : hasCheck ? "Your answers stay saved, and the four words you were given still open them. Without the words nobody can find them from here.\n\n"
            : "")
        + "Shall I make this device forget the conversation?";

    public static string Resumed(DateTimeOffset changed) => string.Create(CultureInfo.InvariantCulture, $"""
        Welcome back. I have found your health check; it was last changed on {changed:d MMMM yyyy}.
        """);

    public static string Held(KeptCheck check, DateTimeOffset until)
    {
        var answers = check.Assessment.Responses.Count + Enum.GetValues<ProfileTopic>().Count(check.Assessment.Profile.Has);
        var forms = check.Forms is { Count: > 0 } ? ", a bid pack or costs filled in" : "";
        var code = check.Code is null ? "" : ", which a resume code opens";
        return string.Create(CultureInfo.InvariantCulture,
            $"a health check with {answers} {(answers == 1 ? "answer" : "answers")}, last changed on {check.Assessment.Changed:d MMMM yyyy}{forms}{code}; kept until {until:d MMMM yyyy} if nothing more is added");
    }

    public static string GoFurther(int left) => left == 1 ? "Answer the last question" : string.Create(CultureInfo.InvariantCulture, $"Answer the last {left} questions");

    public static string TopicName(ProfileTopic topic) => topic switch
    {
        ProfileTopic.FundingWanted => "What you want now",
        ProfileTopic.LegalForm => "How you are set up",
        ProfileTopic.Income => "Income last year",
        ProfileTopic.WorksWith => "Who you help",
        _ => "Paid staff",
    };
}
