using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Search;
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
    private readonly List<ulong> peopleBits = [];

    private ServiceWords()
    {
        (Asked, Said, Named, Related, NotInData) = (new Finders(Table), new Finders(Table), new Finders(Table), new PhraseFinder(Table), new PhraseFinder(Table));
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

    /// <summary>The words of all phrases. A table that begins with it numbers texts so that the phrases are found in them.</summary>
    public WordTable Table { get; } = new();

    /// <summary>How questions put services, people and shared names.</summary>
    public Finders Asked { get; }

    /// <summary>How texts state them.</summary>
    public Finders Said { get; }

    /// <summary>How names state them.</summary>
    public Finders Named { get; }

    /// <summary>What in a text comes near them.</summary>
    public PhraseFinder Related { get; }

    public PhraseFinder NotInData { get; }

    public IReadOnlySet<string> Filler { get; }

    public IEnumerable<Idea> Ideas => ideas.Values;

    /// <summary>Words that a question may hold, for mending its spelling.</summary>
    public IEnumerable<string> AllWords => Asked.All.SelectMany(f => f.AllWords).Concat(Filler).Concat(NotInData.AllWords).Distinct();

    public Idea this[string id] => ideas[id];

    /// <summary>The number of an idea, from 0 in the order of the file; -1 if it is not known.</summary>
    public int NumberOf(string id) => numbers.TryGetValue(id, out var number) ? number : -1;

    public Idea Numbered(int number) => byNumber[number];

    /// <summary>How many ideas there are.</summary>
    public int Count => byNumber.Count;

    /// <summary>One bit for people of one kind; none for an idea that is no people, or people of every kind.</summary>
    public ulong PeopleBit(int number) => number >= 0 ? peopleBits[number] : 0;

    public bool Knows(string id) => ideas.ContainsKey(id);

    private static PhraseFinder InServices(Finders finders) => finders.Services;

    private static PhraseFinder InPeople(Finders finders) => finders.People;

    private static PhraseFinder InSharedNames(Finders finders) => finders.SharedNames;

    private void Add(List<IdeaRow> rows, IdeaKind kind, Func<Finders, PhraseFinder> of)
    {
        foreach (var row in rows)
        {
            ideas.Add(row.Id, new Idea(row.Id, kind, row.Name, row.Broad, row.Essential, row.Includes, row.ContradictedBy));
            var number = byNumber.Count;
            numbers.Add(row.Id, number);
            byNumber.Add(ideas[row.Id]);
            peopleBits.Add(kind == IdeaKind.People && !row.Broad ? NextPeopleBit() : 0);
            foreach (var phrase in row.Says.Concat(row.Asked)) of(Asked).Add(phrase, row.Id, number);
            foreach (var phrase in row.Says) of(Said).Add(phrase, row.Id, number);
            foreach (var phrase in row.Says.Concat(row.Names).Distinct()) of(Named).Add(phrase, row.Id, number);
            foreach (var phrase in row.Related) Related.Add(phrase, row.Id, number);
        }
    }

    private ulong NextPeopleBit()
    {
        var used = peopleBits.Count(b => b != 0);
        return used < 64 ? 1UL << used : throw new FormatException("services.yaml has more than 64 kinds of people, which an index has no room for.");
    }

    internal sealed class Finders(WordTable table)
    {
        public PhraseFinder Services { get; } = new(table);
        public PhraseFinder People { get; } = new(table);
        public PhraseFinder SharedNames { get; } = new(table);
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
