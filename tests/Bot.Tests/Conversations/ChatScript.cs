namespace CommissioningBot.Bot.Tests.Conversations;

/// <summary>
/// A conversation written down as <c>User:</c> and <c>Bot:</c> lines. The user's side is the script; the bot's side is what it has to say.
/// </summary>
/// <remarks>
/// name, older ones included); <c>User presses again</c> (the same button once more); <c>Restart</c> (the process dies and comes back);
/// <c>New device</c> (the same people, somewhere else); <c>Device n</c> (back to that one); <c>New questions</c> (a release with another
/// version of the health check); <c>Days pass: n</c>; <c>New release: old => new</c> (the content says something
/// else from now on, <c>\n</c> is a line break); <c>Operator: switch-off reason</c> and <c>Operator: switch-on</c>. <c>{code}</c> stands for the newest resume code.
/// <c>@role name</c> and <c>@documents folder</c> (imported before it begins) stand at the top.
/// </remarks>
public sealed record ChatScript(string Path, IReadOnlyList<string> Remarks, IReadOnlyList<string> Steps)
{
    private static readonly string[] Verbs = ["User: ", "User presses: ", "User presses again", "Restart", "New device", "Device ", "New questions", "Days pass: ", "Operator: ", "New release: "];

    public string? Setting(string name) => Remarks.Where(r => r.StartsWith($"@{name} ", StringComparison.Ordinal)).Select(r => r[(name.Length + 2)..].Trim()).FirstOrDefault();

    public static ChatScript Read(string path)
    {
        var lines = File.ReadAllLines(path);
        return new ChatScript(
            path,
            [.. lines.TakeWhile(l => l.StartsWith('#') || l.StartsWith('@') || l.Length == 0).Where(l => l.Length > 0)],
            [.. lines.Where(l => Verbs.Any(v => l.StartsWith(v, StringComparison.Ordinal)))]);
    }
}
