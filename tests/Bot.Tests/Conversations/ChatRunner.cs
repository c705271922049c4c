using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommissioningBot.Bot.Tests.Conversations;

/// <summary>Plays a script through the real container and writes down what was said.</summary>
public sealed partial class ChatRunner : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chat-");
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));
    private readonly StringBuilder transcript = new();
    private readonly List<(string Label, string Act)> buttons = [];
    private readonly Role role;
    private readonly List<(string Old, string New)> releases = [];
    private readonly string? documents;
    private readonly string? charity;
    private ServiceProvider services;
    private Catalogue? catalogue;
    private string code = "";
    private string viewingCode = "";
    private string lastAct = "";
    private int device = 1;
    private int turns;

    private ChatRunner(ChatScript script)
    {
        role = Enum.Parse<Role>(script.Setting("role") ?? "group", ignoreCase: true);
        documents = script.Setting("documents") is { } name ? Path.Combine(Path.GetDirectoryName(script.Path)!, name) : null;
        charity = script.Setting("charity");
        services = Start();
    }

    public CapturedLog Log { get; } = new();

    /// <summary>The transcript of a script, and everything that was logged meanwhile.</summary>
    public static async Task<(string Transcript, CapturedLog Log)> Play(ChatScript script)
    {
        await using var runner = new ChatRunner(script);
        foreach (var remark in script.Remarks) runner.transcript.Append(remark).Append('\n');
        runner.transcript.Append('\n');
        await runner.Send(new Activity { Type = ActivityTypes.ConversationUpdate });
        foreach (var step in script.Steps) await runner.Take(step);
        return (runner.transcript.ToString().TrimEnd() + "\n", runner.Log);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private ServiceProvider Start()
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddCommissioningBot(new DataFolder(folder.FullName), folder.FullName, HostSettings.ForDevelopment);
        collection.AddSingleton<TimeProvider>(time);
        if (catalogue is not null) collection.AddSingleton(catalogue);
        if (releases.Count > 0) collection.AddSingleton(_ => Released());
        var built = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        SampleProviders.Seed(built.GetRequiredService<IKnowledgeStore>(), time.GetUtcNow());
        if (charity is not null) Register(built.GetRequiredService<IKnowledgeStore>(), charity.Split('|'));
        if (documents is not null) new ImportDocuments(built.GetRequiredService<IKnowledgeStore>(), built.GetRequiredService<ContentLibrary>()).Run(documents, new ImportOptions(time.GetUtcNow()));
        return built;
    }

    /// <summary>The authored content with what the releases of the script change in it.</summary>
    private ContentLibrary Released()
    {
        var files = AuthoredContent.Files("").ToDictionary(f => "Content/" + f.Key, f => f.Value);
        foreach (var (old, now) in releases)
        {
            var changed = files.Single(f => f.Key.StartsWith("Content/entries/", StringComparison.Ordinal) && f.Value.Contains(old, StringComparison.Ordinal));
            files[changed.Key] = changed.Value.Replace(old, now, StringComparison.Ordinal);
        }
        return ContentLibrary.Load(files);
    }

    // Number, name, type, income, end of the year, by the import that reads the real register.
    private void Register(IKnowledgeStore store, string[] of)
    {
        var extract = folder.CreateSubdirectory("register");
        File.WriteAllText(
            Path.Combine(extract.FullName, "publicextract.charity.json"),
            $$"""
            [{"organisation_number":1,"registered_charity_number":{{of[0]}},"linked_charity_number":0,"charity_name":"{{of[1]}}","charity_type":"{{of[2]}}","charity_registration_status":"Registered",
              "latest_income":{{of[3]}},"latest_acc_fin_period_end_date":"{{of[4]}}T00:00:00"}]
            """);
        new ImportCharityRegister(store).Run(extract.FullName, new ImportOptions(time.GetUtcNow(), DataSet: "register of charities"));
    }

    private async Task Take(string step)
    {
        transcript.Append('\n').Append(step).Append('\n');
        if (step.StartsWith("User: ", StringComparison.Ordinal))
        {
            await Send(new Activity { Text = Filled(step["User: ".Length..]) });
        }
        else if (step.StartsWith("Commissioner: ", StringComparison.Ordinal) || step.StartsWith("Adviser: ", StringComparison.Ordinal))
        {
            var who = step[..step.IndexOf(':', StringComparison.Ordinal)];
            // What the host does every five seconds.
            await services.GetRequiredService<ListedGroups>().Refresh(default);
            await Send(new Activity { Text = Filled(step[(who.Length + 2)..]) }, who);
        }
        else if (step.StartsWith("Commissioner presses: ", StringComparison.Ordinal) || step.StartsWith("Adviser presses: ", StringComparison.Ordinal))
        {
            var who = step[..step.IndexOf(' ', StringComparison.Ordinal)];
            Choose(step[(who.Length + " presses: ".Length)..]);
            await Press(who);
        }
        else if (step.StartsWith("User presses: ", StringComparison.Ordinal))
        {
            Choose(step["User presses: ".Length..]);
            await Press();
        }
        else if (step == "User presses again")
        {
            await Press();
        }
        else if (step == "Restart")
        {
            await services.DisposeAsync();
            services = Start();
        }
        else if (step.StartsWith("New release: ", StringComparison.Ordinal))
        {
            var parts = step["New release: ".Length..].Replace("\\n", "\n", StringComparison.Ordinal).Split(" => ");
            releases.Add((parts[0], parts[1]));
            await services.DisposeAsync();
            services = Start();
        }
        else if (step == "New device")
        {
            device++;
            await Send(new Activity { Type = ActivityTypes.ConversationUpdate });
        }
        else if (step.StartsWith("Device ", StringComparison.Ordinal))
        {
            device = int.Parse(step["Device ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (step == "New questions")
        {
            await services.DisposeAsync();
            catalogue = Catalogue.LoadWith(NextVersion);
            services = Start();
        }
        else if (step.StartsWith("Operator: switch-off ", StringComparison.Ordinal))
        {
            await Operate(new SwitchOff(step["Operator: switch-off ".Length..]) { By = "operator" });
        }
        else if (step == "Operator: switch-on")
        {
            await Operate(new SwitchOn { By = "operator" });
        }
        else if (step.StartsWith("Days pass: ", StringComparison.Ordinal))
        {
            time.Advance(TimeSpan.FromDays(int.Parse(step["Days pass: ".Length..], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    // Next year's questions: one is reworded, one has another id and name, and one is new.
    private static string NextVersion(string file, string text) => file switch
    {
        "catalogue.yaml" => """
            version: "2027.02"
            changed:
              - { version: "2027.02", on: "2027-02-01", new: [D9], reworded: [G1, G8], renamed: { F8: F10 } }
            """,
        "governance.yaml" => text.Replace("question: Do you have written rules for your group?", "question: Does your group have written rules that everybody can see?", StringComparison.Ordinal),
        "finances.yaml" => text.Replace("id: F8", "id: F10", StringComparison.Ordinal).Replace("name: Control of money", "name: Control of the purse", StringComparison.Ordinal),
        "development.yaml" => text + "\n" + NewItem,
        "needs.yaml" => text.Replace("  F8: ", "  F10: ", StringComparison.Ordinal).Replace("F8,", "F10,", StringComparison.Ordinal).Replace("ask: [G1, G3,", "ask: [G1, G3, D9,", StringComparison.Ordinal)
            + "\n  D9: { small_grant: M1, larger_grant: m, small_contract: m, advertised_contract: m, partner: m, safe_and_legal: \"-\" }\n",
        "plan.yaml" or "talk.yaml" => text.Replace("  F8:", "  F10:", StringComparison.Ordinal).Replace("also: [control of money,", "also: [control of the purse,", StringComparison.Ordinal) + (file == "plan.yaml"
            ? "\n  D9: { role: committee, training: [rules] }\n"
            : "\n  D9: { also: [warm welcome], if_not: People may not come back., says: [[], [], [], []] }\n"),
        _ => text,
    };

    private const string NewItem = """
          - id: D9
            name: A warm welcome
            question: Does somebody greet new people?
            help: One person at the door is enough.
            why: People come back to where they were greeted.
            levels: [Nobody does, Sometimes, Somebody always does, We also ask them how it was]
            evidence: A note of who does it
            first_action: Ask one person to stand at the door.
            effort: evening
            help_link: ncvo
        """;

    private async Task Operate(OperatorRequest request) => Assert.True((await services.GetRequiredService<OperatorWork>().Do(request, default)).Done);

    private string Filled(string text) => text.Replace("{code}", code, StringComparison.Ordinal).Replace("{viewing code}", viewingCode, StringComparison.Ordinal);

    private void Choose(string label) =>
        lastAct = buttons.LastOrDefault(b => b.Label == label).Act ?? throw new InvalidOperationException($"No button '{label}' has been shown. So far:\n{transcript}");

    private Task Press(string? who = null)
    {
        using var act = System.Text.Json.JsonDocument.Parse(lastAct);
        return Send(new Activity { Value = act.RootElement.Clone() }, who);
    }

    /// <param name="who">Commissioner or Adviser, each on a device of their own; null for the group.</param>
    private async Task Send(Activity activity, string? who = null)
    {
        var conversation = who?.ToLowerInvariant() ?? FormattableString.Invariant($"device-{device}");
        var addressed = activity with
        {
            ChannelId = "test",
            From = new ChannelAccount { Id = who ?? "person", Role = "user" },
            Conversation = new ConversationAccount { Id = conversation },
        };
        var incoming = new IncomingActivity("test/" + conversation, FormattableString.Invariant($"{++turns}"), addressed, who is null ? role : Enum.Parse<Role>(who), Delivery.Response);
        foreach (var reply in (await services.GetRequiredService<TurnEngine>().Run(incoming, default)).Skip(1)) Write(reply);
    }

    private void Write(Activity reply)
    {
        if (reply.Type == ActivityTypes.Event)
        {
            transcript.Append("Bot tells the page: ").Append(reply.Name).Append('\n');
            return;
        }
        if (CodeInText().Match(reply.Text!) is { Success: true } match) code = match.Groups[1].Value;
        if (ViewingCodeInText().Match(reply.Text!) is { Success: true } viewing) viewingCode = viewing.Groups[1].Value;
        var text = Steady(reply.Text!.Trim()).Replace("\n", "\n    ", StringComparison.Ordinal);
        transcript.Append("Bot: ").Append(Regex.Replace(text, "[ ]+\n", "\n")).Append('\n');
        var shown = ButtonCard.Read(reply).ToList();
        buttons.AddRange(shown);
        if (shown.Count > 0) transcript.Append("Bot shows: ").AppendJoin(' ', shown.Select(b => $"[{b.Label}]")).Append('\n');
    }

    // What is drawn at random, or passing, is written down as what it is.
    private string Steady(string text)
    {
        if (code.Length > 0) text = text.Replace(code, "{code}", StringComparison.Ordinal);
        if (viewingCode.Length > 0) text = text.Replace(viewingCode, "{viewing code}", StringComparison.Ordinal);
        return Receipt().Replace(text, "Receipt **{receipt}**");
    }

    [GeneratedRegex(@"\*\*resume ((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex CodeInText();

    [GeneratedRegex(@"viewing code is: \*\*(view(?:-\w+){4})\*\*")]
    private static partial Regex ViewingCodeInText();

    [GeneratedRegex(@"Receipt \*\*[0-9A-F]{8}\*\*")]
    private static partial Regex Receipt();
}
