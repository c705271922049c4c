using CommissioningBot.Knowledge.HealthCheck.Planning;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Reads the content files into a catalogue, or refuses with everything that is wrong in them.</summary>
internal sealed class CatalogueReader
{
    private readonly Problems problems = new();
    private readonly IReadOnlyDictionary<string, string> files;
    private readonly IDeserializer yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    private CatalogueReader(IReadOnlyDictionary<string, string> files) => this.files = files;

    /// <param name="files">File name to text.</param>
    public static Catalogue Read(IReadOnlyDictionary<string, string> files) => new CatalogueReader(files).Read();

    private Catalogue Read()
    {
        var about = Parse<CatalogueFile>("catalogue.yaml");
        var links = (Parse<HelpFile>("help.yaml").Links ?? []).Select(Link).DistinctBy(l => l.Id).ToDictionary(l => l.Id);
        var questions = (Parse<ProfileFile>("profile.yaml").Questions ?? []).Select(Question).ToList();
        if (!questions.Select(q => q.Topic).SequenceEqual(Enum.GetValues<ProfileTopic>()))
            problems.Add("profile.yaml", "questions", "are not the five, each once and in their order");
        var itemReader = new ItemReader(problems, links);
        var items = Enum.GetValues<Area>().SelectMany(area => Items(area, itemReader)).ToList();
        foreach (var twice in items.GroupBy(i => i.Id).Where(g => g.Count() > 1)) problems.Add($"item {twice.Key}", "id", "is used twice");
        var table = Parse<NeedsFile>("needs.yaml");
        var needs = Needs(table, items);
        CheckOrder(table.Ask ?? [], items, needs);
        var wording = new WordingReader(problems).Read(Parse<WordingFile>("wording.yaml"));
        var plan = new PlanReader(problems, itemReader).Read(Parse<PlanFile>("plan.yaml"), Parse<YearFile>("year.yaml"), items);
        var talk = new TalkReader(problems).Read(Parse<TalkFile>("talk.yaml"), items);
        var rules = new SpecialRuleReader(problems).Read(Parse<ActivitiesFile>("activities.yaml"));
        var tender = new TenderTestReader(problems).Read(Parse<TenderFile>("tender.yaml"));
        var changes = new ChangeReader(problems).Read(about.Changed, items);
        var version = problems.Text("catalogue.yaml", "version", about.Version);
        problems.ThrowIfAny();
        return new Catalogue(version, questions, items, table.Ask!, needs, wording, plan, talk) { SpecialRules = rules, Tender = tender, Changes = changes };
    }

    private T Parse<T>(string file) where T : new()
    {
        if (!files.TryGetValue(file, out var text))
        {
            problems.Add(file, "file", "is missing");
            return new T();
        }
        try
        {
            return yaml.Deserialize<T?>(text) ?? new T();
        }
        catch (YamlException e)
        {
            problems.Add(file, $"line {e.Start.Line}", (e.InnerException ?? e).Message);
            return new T();
        }
    }

    private IEnumerable<Item> Items(Area area, ItemReader reader)
    {
        var file = Names.Of(area) + ".yaml";
        return (Parse<AreaFile>(file).Items ?? []).Select(entry => reader.Read(file, area, entry));
    }

    private HelpLink Link(LinkEntry entry)
    {
        var where = $"help.yaml, link {entry.Id}";
        return new HelpLink(problems.Text(where, "id", entry.Id), problems.Text(where, "name", entry.Name), problems.Link(where, "url", entry.Url));
    }

    private ProfileQuestion Question(QuestionEntry entry)
    {
        var where = $"profile.yaml, question {entry.Id}";
        var topic = problems.Member<ProfileTopic>(where, "id", entry.Id);
        return new ProfileQuestion(
            topic,
            problems.Text(where, "question", entry.Question),
            problems.Text(where, "help", entry.Help),
            problems.Text(where, "why", entry.Why),
            entry.Also ?? [],
            [.. (entry.Options ?? []).Select(o => Option(where, topic, o))]);
    }

    private ProfileOption Option(string where, ProfileTopic topic, OptionEntry entry)
    {
        var id = problems.Text(where, "option id", entry.Id);
        Action check = topic switch
        {
            ProfileTopic.FundingWanted => () => problems.Member<FundingWanted>(where, "option", id),
            ProfileTopic.LegalForm => () => problems.Member<LegalForm>(where, "option", id),
            ProfileTopic.WorksWith => () => problems.Member<WorksWith>(where, "option", id),
            ProfileTopic.PaidStaff => () => problems.Member<PaidStaff>(where, "option", id),
            _ => () => { },
        };
        check();
        var income = topic != ProfileTopic.Income ? null : entry.From is { } from ? Income.Between(from, entry.Below) : Income.NotSure;
        return new ProfileOption(id, problems.Text(where, $"label of {id}", entry.Label), entry.Also ?? [], income);
    }

    private Dictionary<(FundingWanted, string), Need> Needs(NeedsFile table, List<Item> items)
    {
        var needs = new Dictionary<(FundingWanted, string), Need>();
        foreach (var (id, row) in table.Needs ?? [])
        {
            var where = $"needs.yaml, item {id}";
            if (items.All(i => i.Id != id)) problems.Add(where, "id", "is no item");
            foreach (var (funding, cell) in problems.EveryMember<FundingWanted, string, string>(where, row, (_, c) => c))
            {
                if (Need.Read(cell) is { } need) needs[(funding, id)] = need;
                else problems.Add(where, Names.Of(funding), $"'{cell}' is no need");
            }
        }
        foreach (var item in items.Where(i => table.Needs?.ContainsKey(i.Id) != true)) problems.Add($"needs.yaml, item {item.Id}", "row", "is missing");
        foreach (var item in items.Where(i => needs.Any(n => n.Key.Item2 == i.Id && n.Value.Law) && i.Notes.All(n => n.Kind != NoteKind.Law)))
            problems.Add($"item {item.Id}", "notes", "say nothing of the law that needs.yaml names");
        return needs;
    }

    private void CheckOrder(List<string> order, List<Item> items, Dictionary<(FundingWanted, string), Need> needs)
    {
        foreach (var id in order.Where(id => items.All(i => i.Id != id))) problems.Add("needs.yaml, ask", id, "is no item");
        foreach (var id in order.GroupBy(id => id).Where(g => g.Count() > 1)) problems.Add("needs.yaml, ask", id.Key, "is there twice");
        foreach (var id in needs.Where(n => n.Value.Decides).Select(n => n.Key.Item2).Distinct().Except(order))
            problems.Add("needs.yaml, ask", id, "decides a result but is not in the order of asking");
    }
}
