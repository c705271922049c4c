using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Reads text that marks little: joins broken lines and sentences that run over a page, and finds headings, lists, notes and tables.</summary>
internal static partial class PlainTextReader
{
    private const int FirstLines = 40;
    private const int ShortLine = 60;
    private const int PageOfBlocks = 25;
    private const int LongestContentsLine = 300;

    // No paragraph is so long, and joining line after line to it would take ever longer.
    private const int LongestJoined = 10_000;
    private const string CellParting = " · ";

    private sealed record Line(string Text, bool Bold, bool BlankBefore, bool BlankAfter);

    public static RawDocument Read(string text)
    {
        var (fields, rest) = FrontMatter.Take(text.ReplaceLineEndings("\n"));
        var lines = Lines(rest);
        var wrapped = WrapWidth(lines);
        var blocks = new List<Block>();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsContents(lines[i].Text)) Add(blocks, rows, lines, i, wrapped);
        }
        return new RawDocument(null, DateOf(lines), Joined(WithoutEmpty(blocks)), fields);
    }

    private static void Add(List<Block> blocks, HashSet<string> rows, List<Line> lines, int i, int wrapped)
    {
        var line = lines[i];
        var before = i > 0 ? lines[i - 1] : null;
        var next = i + 1 < lines.Count ? lines[i + 1].Text : "";
        if (Note().IsMatch(line.Text)) blocks.Add(new Block(BlockKind.Note, line.Text));
        else if (Bullet().Match(line.Text) is { Success: true } bullet) blocks.Add(new Block(BlockKind.Item, Unmarked(line.Text[bullet.Length..])));
        else if (Lettered().IsMatch(line.Text)) blocks.Add(new Block(BlockKind.Item, Unmarked(line.Text)));
        else if (IsRow(line.Text)) AddRow(blocks, rows, Row(line.Text));
        else if (before is not null && !line.BlankBefore && blocks.Count > 0 && blocks[^1].Kind is not BlockKind.Heading && blocks[^1].Text.Length < LongestJoined && GoesOn(before.Text, line.Text, wrapped))
            blocks[^1] = blocks[^1] with { Text = Join(blocks[^1].Text, Unmarked(line.Text)) };
        else
        {
            var plain = Unmarked(line.Text);
            var afterEnd = before is null || line.BlankBefore || before.Text[^1] is '.' or '?' or '!' or ':' || before.Text.Length < ShortLine;
            var level = OwnDate().IsMatch(plain) ? null : PlainHeadings.Level(plain, line.Bold, line.BlankBefore && line.BlankAfter, next, afterEnd);
            blocks.Add(level is { } l ? new Block(BlockKind.Heading, NoteMark().Replace(plain, ""), l) : new Block(BlockKind.Paragraph, plain, PlainHeadings.LevelOfNumber(plain)));
        }
    }

    // A row that begins with its number is a section of its own, and ends what a loose heading in the row above began; a head that is repeated on each page is said once.
    private static void AddRow(List<Block> blocks, HashSet<string> rows, string row)
    {
        var cells = row.Split(CellParting);
        if (cells.Length > 2 && !rows.Add(row)) return;
        if (cells.Length > 1 && RowNumber().IsMatch(cells[0])) blocks.Add(new Block(BlockKind.Heading, cells[0], PlainHeadings.Row));
        if (row.Length > 0) blocks.Add(new Block(BlockKind.Item, row, cells.Length > 2 ? PlainHeadings.Row + 1 : 0));
    }

    private static List<Line> Lines(string text)
    {
        var all = text.Split('\n', '\f', '\v');
        var lines = new List<Line>(all.Length);
        var blank = true;
        foreach (var raw in all)
        {
            // Tags that an export left behind are no words of the document.
            var line = Tag().Replace(raw, " ").Trim();
            if (line.Length == 0 || PageNumber().IsMatch(line) || Rule().IsMatch(line))
            {
                if (line.Length == 0) blank = true;
                if (lines.Count > 0) lines[^1] = lines[^1] with { BlankAfter = true };
                continue;
            }
            var bold = line.StartsWith('#') || WholeBold().IsMatch(line);
            lines.Add(new Line(line, bold, blank, false));
            blank = false;
        }
        if (lines.Count > 0) lines[^1] = lines[^1] with { BlankAfter = true };
        return lines;
    }

    // Where a program broke the lines, most of them end near one width.
    private static int WrapWidth(List<Line> lines)
    {
        if (lines.Count < 12) return 0;
        var lengths = lines.Select(l => l.Text.Length).Order().ToList();
        var wide = lengths[(int)(lengths.Count * 0.9)];
        return wide is >= 40 and <= 130 && lengths.Count(l => l > wide * 0.75) > lines.Count / 3 ? wide : 0;
    }

    private static bool GoesOn(string before, string line, int wrapped)
    {
        var open = before[^1] is not ('.' or '!' or '?' or ':' or ';');
        if (open && (char.IsLower(line[0]) || before[^1] == ',')) return true;
        return wrapped > 0 && before.Length >= wrapped * 0.7 && (open || before.Length >= wrapped * 0.85);
    }

    // A heading that nothing stands under was a line of its own: part of a title page, or a row of short lines.
    private static List<Block> WithoutEmpty(List<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var unmarked = blocks[i].Kind == BlockKind.Heading && blocks[i].Level >= 2;
            if (unmarked && (i + 1 == blocks.Count || blocks[i + 1].Kind == BlockKind.Heading && blocks[i + 1].Level <= blocks[i].Level))
                blocks[i] = new Block(BlockKind.Paragraph, blocks[i].Text);
        }
        return blocks;
    }

    // A sentence that a page's end or a footnote cut in two is one again; the notes come after it.
    private static List<Block> Joined(List<Block> blocks)
    {
        var joined = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            var back = Math.Min(joined.Count, PageOfBlocks);
            var open = back == 0 ? -1 : joined.FindLastIndex(joined.Count - 1, back, b => b.Kind != BlockKind.Note);
            if (block.Kind == BlockKind.Paragraph && open >= 0 && joined[open].Text.Length < LongestJoined && joined[open].Kind is BlockKind.Paragraph or BlockKind.Item && char.IsLower(block.Text[0])
                && (char.IsLetterOrDigit(joined[open].Text[^1]) || joined[open].Text[^1] is ',' or '-'))
                joined[open] = joined[open] with { Text = Join(joined[open].Text, block.Text) };
            else if (block.Kind == BlockKind.Note && Mark(block.Text) is { } mark && Marked(joined, mark) is >= 0 and var at) joined.Insert(at + 1, block);
            else joined.Add(block);
        }
        return joined;
    }

    // A note stands at the foot of its page; it belongs to the words that carry its mark.
    private static int Marked(List<Block> blocks, string mark)
    {
        for (var i = blocks.Count - 1; i >= 0 && i >= blocks.Count - PageOfBlocks; i--)
            if (blocks[i].Kind is BlockKind.Paragraph or BlockKind.Item && Regex.IsMatch(Bare().Replace(blocks[i].Text, ""), Regex.Escape(mark) + @"(?![\divxⁱᵛˣ¹²³⁴-⁹])")) return i;
        return -1;
    }

    private static string? Mark(string note) => Note().Match(note) is { Success: true } match ? Bare().Replace(match.Groups[1].Value, "") : null;

    private static string Join(string before, string after) =>
        before.Length > 1 && before[^1] == '-' && char.IsLetter(before[^2]) && char.IsLower(after[0]) ? before + after : $"{before} {after}";

    private static bool IsRow(string line) => line.StartsWith('|') || line.Contains('\t', StringComparison.Ordinal);

    private static string Row(string line) =>
        string.Join(CellParting, line.Trim('|').Split('|', '\t').Select(c => Unmarked(c.Trim())).Where(c => c.Length > 0));

    // A line of a contents list: it ends with dots or a cell, and the number of a page.
    private static bool IsContents(string line) => line.Length < LongestContentsLine && Contents().IsMatch(line);

    private static string Unmarked(string line) => Stray().Replace(Emphasis().Replace(line.TrimStart('#').Trim(), "$1$2$3$4"), "").Trim();

    private static string? DateOf(List<Line> lines) =>
        lines.Take(FirstLines).Select(l => OwnDate().Match(Unmarked(l.Text.Replace('\t', ' ')))).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    [GeneratedRegex(@"</?(p|li|ul|ol|br|i|b|em|strong|u|span|div|table|tr|td|th|sup|sub)(\s[^<>]{0,200})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(page )?\d{1,4}( of \d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[\s|:\-_=*]+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\*\*[^*]+\*\*$|^__[^_]+__$|^\*[^*]+\*$")]
    private static partial Regex WholeBold();

    [GeneratedRegex(@"^([-*•·▪‣–]|o(?= \p{Lu}))\s+(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(\(?[a-z\d]{1,2}\)|\(?[ivx]{1,4}\))\s+\S")]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^(\^\{?[\divx]+\}?|[¹²³⁰⁴-⁹]+|[ⁱᵛˣ]+)\s*\S")]
    private static partial Regex Note();

    [GeneratedRegex(@"[{}]")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\|\s*\**\d{1,4}\**\s*\|$|\.{4,}\s*\|?\s*\d{1,4}\s*\|?$")]
    private static partial Regex Contents();

    // Each mark is looked for up to the next of its kind only: a line of nothing but marks must not take for ever.
    [GeneratedRegex(@"\*\*([^*]+)\*\*|__([^_]+)__|(?<!\w)\*([^*\s][^*]*)\*|(?<!\w)_([^_\s][^_]*)_(?!\w)")]
    private static partial Regex Emphasis();

    // Emphasis that runs over several lines.
    [GeneratedRegex(@"^\*\*(?=\w)|(?<=\S)\*\*$")]
    private static partial Regex Stray();

    [GeneratedRegex(@"[¹²³⁰⁴-⁹]+$|\^\{[\divx ]+\}$")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"^\p{Lu}{0,3} ?\d{1,3}\.?$")]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"^(?:date:?\s+)?((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|20)\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex OwnDate();
}
