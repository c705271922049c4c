using System.Diagnostics;
using System.Globalization;
using CommissioningBot.Knowledge.Recognisers;
using FsCheck;
using FsCheck.Fluent;

namespace CommissioningBot.Knowledge.Tests.Recognisers;

/// <summary>What holds for every text: 100,000 of them, made of the words and signs that the recognisers look for, from a fixed seed.</summary>
public class RecognisingAnything
{
    private const int Texts = 100_000;

    private static readonly string[] Pieces =
    [
        .. ("a an and or the of to from between by until before after since in on for at up under over less more than least most no not yes sure ok maybe about nearly half quarter quarters couple few dozen " +
            "zero one two three seven ten twelve nineteen twenty forty ninety hundred thousand million billion grand k m bn point minus first second third twenty-first hundredth " +
            "£ $ € p pence pounds quid dollars eur usd fiver - – / . , + % ( ) < > = ~ ' ’ ½ 👌 👎🏿 \u200b \u202f \ud83d " +
            "0 1 2 7 15 29 31 99 100 2026 2027 1900 9999 0001 12345678901234567890123456789012 1,234 1.5 .25 2026/27 31/03/2027 2027-03-31 1st 22nd 25k £1.2m 30p 10-25k " +
            "january feb march may dec monday sat sunday today tomorrow yesterday week month year years days fortnight hours ago later now next last this end start financial tax ending " +
            "BL3 5JH bl35jh 1114101 charity company number SC012345 PBTM-5917-ZXVM we us think so really sort kind people groups naïve ß").Split(' '),
    ];

    private static readonly DateOnly[] Days = [new(2026, 11, 20), new(2024, 2, 29), DateOnly.MinValue, DateOnly.MaxValue];

    private static readonly Gen<string> AnyText =
        from pieces in Gen.ListOf(from piece in Gen.Elements(Pieces) from gap in Gen.Elements(" ", " ", " ", "", "  ", "-", "\t") select piece + gap)
        select string.Concat(pieces);

    [Fact]
    public void Nothing_breaks_it_and_its_spans_hold()
    {
        foreach (var (text, i) in Sample(AnyText, Texts).Select((t, i) => (t, i)))
        {
            var found = Recognise.In(text, Days[i % Days.Length]);
            foreach (var r in found) Assert.True(r.Text.Length > 0 && text.AsSpan(r.Start, r.Text.Length).SequenceEqual(r.Text), text);
            foreach (var kind in found.GroupBy(r => r.Value.GetType()))
            {
                var end = 0;
                foreach (var r in kind.OrderBy(r => r.Start))
                {
                    Assert.True(r.Start >= end, $"{kind.Key.Name} overlaps in: {text}");
                    end = r.End;
                }
            }
        }
    }

    [Fact]
    public void Any_characters_at_all_are_taken()
    {
        foreach (var text in Sample(from characters in Gen.ListOf(Gen.Choose(0, 0xFFFF)) select string.Concat(characters.Select(c => (char)c)), 5_000))
            Assert.NotNull(Recognise.In(text, Days[0]));
    }

    [Fact]
    public void A_written_number_is_read_as_itself()
    {
        foreach (var cents in Sample(Gen.Choose(0, 999_999_999), 5_000))
        {
            var value = cents / 100m;
            Assert.Contains(Recognise.In(value.ToString("#,0.##", CultureInfo.InvariantCulture), Days[0]), r => r.Value is Number n && n.Value == value);
            Assert.Contains(Recognise.In(value.ToString("£#,0.00", CultureInfo.InvariantCulture), Days[0]), r => r.Value is Money m && m.Amount == value);
            Assert.Contains(Recognise.In(value.ToString("'under £'0.##", CultureInfo.InvariantCulture), Days[0]), r => r.Value is NumberRange { IncludesMost: false } n && n.Most == value);
        }
    }

    [Fact]
    public void A_number_in_words_is_read_as_itself()
    {
        foreach (var value in Sample(Gen.Choose(1, 999_999_999), 5_000))
        {
            Assert.Equal(new Number(value), Recognise.In(InWords(value), Days[0]).Single(r => r.Value is Number).Value);
            var place = value % 999 + 1;
            Assert.Equal(new Ordinal(place), Recognise.In(OrdinalOf(place), Days[0]).Single(r => r.Value is Ordinal).Value);
        }
    }

    [Fact]
    public void A_written_date_is_read_as_itself()
    {
        foreach (var number in Sample(Gen.Choose(new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber), 5_000))
        {
            var date = DateOnly.FromDayNumber(number);
            foreach (var form in new[] { "d MMMM yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d.M.yyyy", "dddd d MMM yyyy", "MMMM d, yyyy" })
                Assert.Equal(new Day(date, DayNamed.Whole), Recognise.In(date.ToString(form, CultureInfo.InvariantCulture), Days[0]).Single(r => r.Value is Day).Value);
        }
    }

    /// <summary>
    /// A hundred times the text takes about a hundred times the time. The bounds leave room for a busy machine; work that grew with the square would be
    /// ten thousand times as much.
    /// </summary>
    [Fact]
    public void The_time_it_takes_grows_with_the_text_and_no_faster()
    {
        const string Dense = "we need between £10 and £25k a year by the end of March 2027 for up to two and a half years, one hundred and two hundred people ";
        foreach (var seed in new[] { Dense, "1,111", "one hundred and ", "1 to 2 to ", "£5-", "may may ", "no ", "1/2/", "charity ", "million ", "two and a half ", "by the end of ", "1 year and ", "1.1.", "point one ", "BL3 " })
        {
            var three = string.Concat(Enumerable.Repeat(seed, 300 / seed.Length + 1))[..300];
            var long_ = string.Concat(Enumerable.Repeat(three, 100));
            Time(three, 20);
            var (small, large) = (Time(three, 20), Time(long_, 3));
            Assert.True(large < 100 * small * 20 + 200, $"{seed}: {small} ms for 300 characters, {large} ms for 30,000");
        }
    }

    private static double Time(string text, int times)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Recognise.In(text, Days[0]);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    private static IEnumerable<T> Sample<T>(Gen<T> gen, int count) => gen.Sample(20, new Rnd(20261120), count);

    private static readonly string[] Small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static string InWords(int value)
    {
        if (value >= 1_000_000) return Parts(value, 1_000_000, "million");
        if (value >= 1000) return Parts(value, 1000, "thousand");
        if (value >= 100) return $"{Small[value / 100]} hundred{(value % 100 > 0 ? " and " + InWords(value % 100) : "")}";
        return value < 20 ? Small[value] : Tens[value / 10] + (value % 10 > 0 ? "-" + Small[value % 10] : "");
    }

    private static string Parts(int value, int scale, string name) =>
        $"{InWords(value / scale)} {name}{(value % scale is var rest && rest == 0 ? "" : rest < 100 ? " and " + InWords(rest) : " " + InWords(rest))}";

    private static string OrdinalOf(int value)
    {
        var words = InWords(value);
        var at = words.LastIndexOfAny([' ', '-']) + 1;
        var last = words[at..];
        return words[..at] + last switch
        {
            "one" => "first", "two" => "second", "three" => "third", "five" => "fifth", "eight" => "eighth", "nine" => "ninth", "twelve" => "twelfth",
            _ => last.EndsWith('y') ? last[..^1] + "ieth" : last + "th",
        };
    }
}
