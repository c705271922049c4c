using System.Globalization;

namespace CommissioningBot.Bot.Providers.Exports;

/// <summary>What is said about files.</summary>
public static class ExportWording
{
    public const string NothingToExport = "There is no list of yours here to export. Search first, or type **export my shortlist** or **export my search record**.";
    public const string NobodyFound = "That search found nobody, so there is no list to export. Your search record says that none was found: **export my search record**.";
    public const string Changed = "The data have changed since that search, so a file would not be what you were shown. Here is the list as it is now; **export this list** gives you this one.";
    public const string NoPages = "I cannot give you a file here, because I do not know where my own pages are. Please ask me in the council's page or in Teams, or ask whoever runs this service to set its public address.";

    /// <param name="count">How many it lists; null if that is not known.</param>
    /// <param name="endsWithData">True if the address opens nothing any more once the data have changed.</param>
    public static string Links(string? address, int? count, bool hasWord, bool endsWithData)
    {
        if (address is null) return NoPages;
        var what = count switch
        {
            null => "all of it",
            1 => "the one on it",
            { } n => string.Create(CultureInfo.InvariantCulture, $"all {n} on it"),
        };
        var word = hasWord ? $"\n- [as a Word file]({address}/list.docx)" : "";
        return $"Here it is as a file, with {what}:\n\n- [for a spreadsheet (CSV)]({address}/list.csv){word}\n\nThe links work for a day, for whoever has them{(endsWithData ? ", and stop when the data change" : "")}. {ProvidersWording.NotSelection}";
    }
}
