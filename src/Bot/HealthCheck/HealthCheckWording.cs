using System.Globalization;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What the bot says around the questions. The questions themselves are content.</summary>
public static class HealthCheckWording
{
    public const string BackToTheCheck = "Now back to your health check.";
    public const string NotAnAnswer = "I could not tell which answer you mean. Please press one, or type its number. You can also ask me a question, and then go on.";
    public const string WhatElse = "Here is what else we can do together. Nothing of it has to be done today.";
    public const string OldQuestion = "That question has changed since the button was made, so I have not saved it. Here is where you are now.";
    public const string AnotherCheck = "That button belongs to a health check that is not open here, so I have changed nothing. To open one you began elsewhere, type **resume** and your four words.";
    public const string ClosedHere = "That health check is not open here any more. Perhaps its words were replaced. To open it again, type **resume** and the newest four words.";
    public const string Cleared = "Done. This device has forgotten the conversation.";
    public const string HowToResume = "To open a check you began before, type **resume** and your four words, for example *resume otter maple river stone*. The words came with your code.";
    public const string ChangeWhich = "Which answer shall we look at again? Press one, or name it, for example *change our insurance answer*.";
    public const string WhichOfThese = "Which of these do you mean?";
    public const string NothingToChange = "You have not answered anything yet, so there is nothing to change.";
    public const string WhatYouDo = "What you do that has rules of its own";
    public const string WhichActivities = "Which of these do you do? Press one, or type all of them, for example *food and a minibus*.";
    public const string AnythingElse = "Do you do any of these as well?";
    public const string NoActivities = "we do none of the things that have rules of their own";
    public const string FineAsYouAre = "Nothing that the law asks of a group like yours is missing, and you want no money that asks for more. You need not do anything now. Look again in a year, or when you employ someone, or when more money comes in.";
    public const string ToSkip = "You can leave this one: say **Not sure**. Nothing is lost, and you can come back to it.";
    public const string NothingMoreHere = "That part is done. Here is where you are now.";

    public const string OnlyInPrivate = "A health check is between your group and me, and here others would see your answers. Please talk to me in a private chat and type **health check** there. Questions I answer here too.";

    public static string WrongCode(string person) =>
        $"I cannot find a check for those four words. Please look at the spelling and the order, and try again. If the code was replaced, only the newest one works. Lost the words? Nobody can look them up, but {person}, can help you start again.";

    public static string TooManyCodes(string person) =>
        $"Too many wrong codes have been tried here in the last hour, so I am not trying any more for now. Please come back in an hour, or ring {person}.";

    public static string Start(DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Good. This takes about ten minutes: at most twelve short questions. There are no wrong answers, and **Not sure** is fine. Each answer is saved as you give it, until {until:d MMMM yyyy}. Nobody sees it unless you show them.
        """);

    /// <summary>"That sounds like In place: ... Is that right?"</summary>
    /// <param name="words">The answer as it would be chosen, in Markdown.</param>
    public static string SoundsLike(string name, string words, string? before) =>
        (before is null ? $"**{name}**\n\n" : $"**{name}**: you said **{before}** before.\n\n") + $"That sounds like {words} Is that right? Nothing is saved until you say so.";

    public static string YesIsTwo(string inPlace, string andChecked) => $"Good. Is it more like **{inPlace}** or **{andChecked}**? Please press the one that fits.";

    public static string BestGuess(string why, string help) => $"{why} So please give your best guess: you can change it later. {help}";

    public static string ItDoesApply(string why) => $"This one counts for every group that is asked it. {why} If you do not know, say **Not sure**.";

    public static string NotAskedOfYou(string name) => $"**{name}** is not asked of a group like yours, by what you told us. If that has changed, say so, for example *we now have 2 staff* or *we now help children*.";

    public static string KnownFromProfile(string name, string because) => $"**{name}** follows from how you are set up. {because} If that has changed, change how you are set up.";

    public static string ChangeTopic(ProfileTopic topic) => $"Change: {TopicName(topic)}";

    public static string AreaLeft(string area, int left) => string.Create(CultureInfo.InvariantCulture, $"{area}: {left} more");

    /// <summary>One sentence for whoever comes back after the questions were changed.</summary>
    public static string News(CatalogueNews news) => string.Create(CultureInfo.InvariantCulture, $"The questions changed on {news.On:d MMMM yyyy}.")
        + (news.New.Count > 0 ? $" New: {string.Join("; ", news.New.Select(i => i.Name))}." : "")
        + (news.LookAgain.Count > 0 ? $" Please look again at: {string.Join("; ", news.LookAgain.Select(i => i.Name))}. To do so, type for example *change {news.LookAgain[0].Name.ToLowerInvariant()}*." : "")
        + " All your answers are kept.";

    public static string CodeReplaced(string code, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Done. The old words open nothing any more. Your new four words are: **{code}**

        Tell them only to people who are in the group now. Anybody can go on with **resume {code}** until {until:d MMMM yyyy}. Wherever else the check was open, it is closed now, and needs the new words. Addresses of your result that were given before open nothing any more; what was printed or downloaded stays with whoever has it.
        """);

    public static string Saved(string name, string answer) => $"Saved. {name}: **{answer}**.";

    public static string AlreadySaved(string name, string answer) => $"That was saved already. {name}: **{answer}**.";

    public static string AnsweredBefore(string name, string before, string after) =>
        $"That button is from an earlier question. {name} is saved as **{before}**. Shall I change it to **{after}**?";

    public static string StoppedInTheMiddle(string code, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Your answers are saved until {until:d MMMM yyyy}. To go on later, on this or another device, type **resume {code}**. Please write these four words down.
        """);

    public static string StoppedWithCode(DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture,
        $"Your answers are saved until {until:d MMMM yyyy}. The four words you were given still open them; type **new code** if they are lost.");

    public static string Code(string code, DateTimeOffset until) => string.Create(CultureInfo.InvariantCulture, $"""
        Your four words are: **{code}**

        On any device, open the chat and type **resume {code}**. Whoever has the words can see and change the answers, so share them only with people in your group. They work until {until:d MMMM yyyy}. A code you had before no longer works.
        """);

    public static string BeforeClearing(bool hasCheck, string? newCode) =>
        (newCode is not null ? $"Your answers stay saved. To open them again, on any device, type **resume {newCode}** in the chat. Please write these four words down now: nobody can give them to you later.\n\n"
            : hasCheck ? "Your answers stay saved, and the four words you were given still open them. Without the words nobody can find them from here.\n\n"
            : "")
        + (hasCheck ? "Pages of your result that were opened from here close, too. Print what you need first. Files that you downloaded stay on this computer: if others use it, delete them.\n\n" : "")
        + "Shall I make this device forget the conversation?";

    public static string Resumed(DateTimeOffset changed) => string.Create(CultureInfo.InvariantCulture, $"""
        Welcome back. I have found your health check; it was last changed on {changed:d MMMM yyyy}.
        """);

    public static string Held(KeptCheck check, DateTimeOffset until)
    {
        var answers = check.Assessment.Responses.Count + Enum.GetValues<ProfileTopic>().Count(check.Assessment.Profile.Has);
        var forms = check.Forms is { Count: > 0 } ? ", a bid pack or costs filled in" : "";
        var name = check.FromRegister is null ? "" : ", your name as the register has it";
        var code = check.Code is null ? "" : ", which a resume code opens";
        return string.Create(CultureInfo.InvariantCulture,
            $"a health check with {answers} {(answers == 1 ? "answer" : "answers")}, last changed on {check.Assessment.Changed:d MMMM yyyy}{forms}{name}{code}; kept until {until:d MMMM yyyy} if nothing more is added");
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
