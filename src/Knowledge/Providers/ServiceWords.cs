using CommissioningBot.Knowledge.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>The authored words for services and for the people that they are for, ready to be found in questions and in texts.</summary>
internal sealed class ServiceWords
{
    private static readonly Lazy<ServiceWords> Loaded = new(() => new ServiceWords());

    private readonly Dictionary<string, Idea> ideas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<Idea> byNumber = [];

    private ServiceWords()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var file = yaml.Deserialize<IdeaFile>(AuthoredContent.Text("providers/services.yaml"));
        Add(file.Services, IdeaKind.Service, InServices);
        Add(file.People, IdeaKind.People, InPeople);
        Add(file.Names, IdeaKind.SharedName, InSharedNames);
        var words = yaml.Deserialize<QueryWordFile>(AuthoredContent.Text("providers/query-words.yaml"));
        Filler = words.Filler.ToHashSet(StringComparer.Ordinal);
        foreach (var (thing, phrases) in words.NotInData)
        {
            foreach (var phrase in phrases) NotInData.Add("=" + phrase, thing);
        }
    }

    public static ServiceWords Authored => Loaded.Value;

    /// <summary>How questions put services, people and shared names.</summary>
    public Finders Asked { get; } = new();

    /// <summary>How texts state them.</summary>
    public Finders Said { get; } = new();

    /// <summary>How names state them.</summary>
    public Finders Named { get; } = new();

    /// <summary>What in a text comes near them.</summary>
    public PhraseFinder Related { get; } = new();

    public PhraseFinder NotInData { get; } = new();

    public IReadOnlySet<string> Filler { get; }

    public IEnumerable<Idea> Ideas => ideas.Values;

    /// <summary>Words that a question may hold, for mending its spelling.</summary>
    public IEnumerable<string> AllWords => Asked.All.SelectMany(f => f.AllWords).Concat(Filler).Concat(NotInData.AllWords).Distinct();

    public Idea this[string id] => ideas[id];

    /// <summary>The number of an idea, from 0 in the order of the file; -1 if it is not known.</summary>
    public int NumberOf(string id) => numbers.TryGetValue(id, out var number) ? number : -1;

    public Idea Numbered(int number) => byNumber[number];

    public bool Knows(string id) => ideas.ContainsKey(id);

    private static PhraseFinder InServices(Finders finders) => finders.Services;

    private static PhraseFinder InPeople(Finders finders) => finders.People;

    private static PhraseFinder InSharedNames(Finders finders) => finders.SharedNames;

    private void Add(List<IdeaRow> rows, IdeaKind kind, Func<Finders, PhraseFinder> of)
    {
        foreach (var row in rows)
        {
            ideas.Add(row.Id, new Idea(row.Id, kind, row.Name, row.Broad, row.Essential, row.Includes, row.ContradictedBy));
            numbers.Add(row.Id, byNumber.Count);
            byNumber.Add(ideas[row.Id]);
            foreach (var phrase in row.Says.Concat(row.Asked)) of(Asked).Add(phrase, row.Id);
            foreach (var phrase in row.Says) of(Said).Add(phrase, row.Id);
            foreach (var phrase in row.Says.Concat(row.Names).Distinct()) of(Named).Add(phrase, row.Id);
            foreach (var phrase in row.Related) Related.Add(phrase, row.Id);
        }
    }

    internal sealed class Finders
    {
        public PhraseFinder Services { get; } = new();
        public PhraseFinder People { get; } = new();
        public PhraseFinder SharedNames { get; } = new();
        public IEnumerable<PhraseFinder> All => [Services, People, SharedNames];
    }

    private sealed class IdeaFile
    {
        public List<IdeaRow> Services { get; set; } = [];
        public List<IdeaRow> People { get; set; } = [];
        public List<IdeaRow> Names { get; set; } = [];
    }

    private sealed class IdeaRow
    {
        public string Id { get; set; } = "";
        public string Name { get; set; } = "";
        public bool Broad { get; set; }
        public bool Essential { get; set; }
        public List<string> Says { get; set; } = [];
        public List<string> Asked { get; set; } = [];
        public List<string> Related { get; set; } = [];
        public List<string> Names { get; set; } = [];
        public List<string> Includes { get; set; } = [];
        public List<string> ContradictedBy { get; set; } = [];
    }

    private sealed class QueryWordFile
    {
        public List<string> Filler { get; set; } = [];
        public Dictionary<string, List<string>> NotInData { get; set; } = [];
    }
}
