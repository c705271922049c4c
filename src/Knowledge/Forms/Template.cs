using System.Text;
using CommissioningBot.Knowledge.Content;

namespace CommissioningBot.Knowledge.Forms;

/// <summary>A one-page paper for a group to fill in: Markdown with places for the group's name and for lines to write on.</summary>
/// <param name="Title">Its first heading, without the name.</param>
public sealed record Template(string Id, string Title, string Markdown)
{
    private const string Folder = "templates/";
    private const string Line = "______________________";
    private const string NoName = "_____________________ (name of the group)";

    // In the order in which groups need them.
    private static readonly (string Id, string Title)[] All =
    [
        ("constitution", "Rules for a small group"),
        ("minutes", "Notes of a meeting"),
        ("cash-book", "Cash book"),
        ("risk-assessment", "Risk assessment"),
        ("safeguarding-notice", "Keeping people safe: a notice for the wall"),
        ("privacy-notice", "Privacy notice"),
    ];

    public static IReadOnlyList<Template> LoadAll() => [.. All.Select(t => new Template(t.Id, t.Title, AuthoredContent.Text($"{Folder}{t.Id}.md")))];

    /// <summary>The page as Markdown, ready to print.</summary>
    /// <param name="group">The group's name as Markdown text; null leaves a line for it.</param>
    public string For(string? group)
    {
        var text = new StringBuilder(Markdown);
        return text.Replace("{{group}}", group ?? Escaped(NoName)).Replace("{{line}}", Escaped(Line)).ToString();
    }

    // An underscore is emphasis in Markdown.
    private static string Escaped(string line) => line.Replace("_", "\\_", StringComparison.Ordinal);
}
