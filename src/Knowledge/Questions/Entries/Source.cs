using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>A paper, an Act or a guide that entries cite.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Name">As a reader would name it.</param>
/// <param name="Date">Its own date in words; empty if it is kept up to date and the day of checking counts instead.</param>
/// <param name="Url">Where it can be read; null if it is not on the web.</param>
/// <param name="IsPaper">True for the local papers, which are told as history.</param>
/// <param name="Licence">On what terms it may be quoted.</param>
public sealed partial record Source(string Id, string Name, string Date, string? Url, bool IsPaper, string Licence)
{
    /// <summary>The address of a section: legislation.gov.uk has one page a section.</summary>
    public string? UrlOf(string section) =>
        Url is not null && Url.StartsWith("https://www.legislation.gov.uk/ukpga/", StringComparison.Ordinal) && SectionNumber().Match(section) is { Success: true } match
            ? $"{Url}/section/{match.Groups[1].Value}"
            : Url;

    [GeneratedRegex(@"^sections? (\d+[A-Z]?)")]
    private static partial Regex SectionNumber();
}
