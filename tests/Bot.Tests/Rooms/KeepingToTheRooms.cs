using System.Text.RegularExpressions;

namespace CommissioningBot.Bot.Tests.Rooms;

/// <summary>Who may name whom. The compiler holds the door between Knowledge and Bot; these hold the doors inside.</summary>
public partial class KeepingToTheRooms
{
    private static readonly string[] Journeys = ["Welcome", "HealthCheck", "Questions", "Providers", "Partners", "Market", "Opportunities", "Privacy"];

    // Questions names amounts of law where entries refer to them.
    private static readonly Dictionary<string, string[]> Subjects = new()
    {
        ["HealthCheck"] = ["Citations", "Places", "Search", "Content", "Recognisers"],
        ["Procurement"] = ["Citations", "Places", "Search", "Content", "Recognisers"],
        ["Opportunities"] = ["Citations", "Places", "Search", "Content", "Recognisers"],
        ["Providers"] = ["Citations", "Places", "Search", "Content", "Recognisers"],
        ["Questions"] = ["Citations", "Places", "Search", "Content", "Recognisers", "Procurement"],
        ["Forms"] = ["Content", "Recognisers"],
        ["Funding"] = ["Citations"],
        ["Recognisers"] = ["Places"],
        ["Places"] = ["Search", "Content"],
        ["Search"] = [],
        ["Citations"] = [],
    };

    [Fact]
    public void Journeys_do_not_name_each_other() =>
        Assert.Empty(from journey in Journeys
                     from file in Files($"src/Bot/{journey}")
                     from other in Journeys
                     where other != journey && Names(file, $"CommissioningBot.Bot.{other}")
                     select $"{Path.GetFileName(file)} names {other}");

    [Fact]
    public void Subjects_name_only_what_all_may_name() =>
        Assert.Empty(from subject in Subjects
                     from file in Files($"src/Knowledge/{subject.Key}")
                     from room in Used().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)
                     where room != subject.Key && !subject.Value.Contains(room)
                     select $"{subject.Key}/{Path.GetFileName(file)} names {room}");

    [Fact]
    public void Only_storage_names_a_database() =>
        Assert.Empty(from file in Files("src/Knowledge").Concat(Files("src/Bot"))
                     where !file.Contains(Path.Combine("Storage", "Sqlite"), StringComparison.Ordinal)
                     where Names(file, "Microsoft.Data.Sqlite") || Names(file, "SQLitePCL") || Names(file, "Npgsql")
                     select file);

    [Fact]
    public void No_room_is_named_for_nothing_in_particular() =>
        Assert.DoesNotMatch(
            @"[\\/](Services|Helpers|Utils|Managers|Common|Models|Interfaces)[\\/]",
            string.Join('\n', Files("src").Select(f => Path.GetRelativePath(Repository.File("src"), f))));

    [Fact]
    public void Namespaces_are_folders() =>
        Assert.Empty(from file in Files("src/Knowledge").Concat(Files("src/Bot"))
                     let name = Namespace().Match(File.ReadAllText(file)).Groups[1].Value
                     let folder = "CommissioningBot." + Path.GetRelativePath(Repository.File("src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.')
                     where name.Length > 0 && name != folder
                     select $"{file} says {name}");

    /// <summary>The checks above read files; this shows that they can fail.</summary>
    [Fact]
    public void A_file_that_names_another_room_is_found()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "using CommissioningBot.Bot.Providers;\nusing Microsoft.Data.Sqlite;\n");
        Assert.True(Names(file, "CommissioningBot.Bot.Providers"));
        Assert.True(Names(file, "Microsoft.Data.Sqlite"));
        Assert.False(Names(file, "CommissioningBot.Bot.Privacy"));
        File.Delete(file);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Repository.File(folder), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static bool Names(string file, string space) => Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(space)}\b");

    [GeneratedRegex(@"\bCommissioningBot\.Knowledge\.(\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
