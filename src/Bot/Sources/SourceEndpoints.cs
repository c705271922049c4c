using CommissioningBot.Bot.Channels;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Sources;

/// <summary>
/// <c>/sources</c>, what answers are made of: the list, <c>/sources/{entry}</c> for one entry and <c>/sources/source/{source}</c> for a paper or law with
/// all that cites it. The same for everybody, so that whoever reads a report can look up what it cites.
/// </summary>
public static class SourceEndpoints
{
    private const int LongestSearch = 200;

    public static void MapSources(this WebApplication app)
    {
        app.MapGet("/sources", List).LimitedBy(RequestKind.Page);
        app.MapGet("/sources/{entry}", ShowEntry).LimitedBy(RequestKind.Page);
        app.MapGet("/sources/source/{source}", ShowSource).LimitedBy(RequestKind.Page);
    }

    private static RazorComponentResult<SourceListPage> List(HttpContext http, ContentLibrary library, BrowseEntries browse, HostSettings host, TimeProvider time, string? q)
    {
        var words = (q ?? "").Trim();
        if (words.Length > LongestSearch) words = words[..LongestSearch];
        var found = browse.With(words).Select(e => View(e, library, http, host, time)).ToList();
        return new RazorComponentResult<SourceListPage>(new { Words = words, Found = found, Sources = library.Sources });
    }

    private static IResult ShowEntry(HttpContext http, ContentLibrary library, HostSettings host, TimeProvider time, string entry) =>
        library.Find(entry) is { IsQuestionBack: false } found
            ? new RazorComponentResult<EntryPage>(new { View = View(found, library, http, host, time) })
            : Unknown();

    private static IResult ShowSource(HttpContext http, ContentLibrary library, BrowseEntries browse, HostSettings host, TimeProvider time, string source)
    {
        if (library.Sources.FirstOrDefault(s => s.Id == source) is not { } found) return Unknown();
        var citing = browse.Citing(source).Select(e => View(e, library, http, host, time)).ToList();
        return new RazorComponentResult<SourcePage>(new { Source = found, Citing = citing });
    }

    private static RazorComponentResult<UnknownSourcePage> Unknown() => new() { StatusCode = StatusCodes.Status404NotFound };

    private static EntryView View(Entry entry, ContentLibrary library, HttpContext http, HostSettings host, TimeProvider time)
    {
        var site = (host.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}").TrimEnd('/');
        return new EntryView(library, EntryAsOf.Of(library, entry, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)), site, host.SiteName);
    }
}
