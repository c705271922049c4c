using CommissioningBot.Bot.Conversation;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CommissioningBot.Bot.Channels.DirectLine.Uploads;

/// <summary>What an upload brings: one file as the body, or several as a form, with a message beside them if there is one.</summary>
public sealed record UploadRequest(Activity Activity, IReadOnlyList<(string Name, byte[] Content)> Files)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MostFiles = 5;
    private const int LargestActivity = 256 * 1024;

    /// <summary>The upload, or what to answer instead.</summary>
    public static async Task<(UploadRequest? Read, IResult? Problem)> Read(HttpRequest request, int largest, CancellationToken cancel)
    {
        var tooBig = ProtocolError.Result(413, "MessageSizeTooBig", "Files may have 4 MB together.");
        if (request.ContentLength > largest) return (null, tooBig);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return (null, Bad("Content-Type is missing."));
        try
        {
            if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            {
                if (await RequestBody.Read(request, largest, cancel) is not { } content) return (null, tooBig);
                return content.Length == 0 ? (null, Bad("The file is empty.")) : (new UploadRequest(new Activity(), [(NameOf(request.Headers.ContentDisposition), content)]), null);
            }
            return await ReadForm(request, HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), largest, tooBig, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Cut short, or no form at all.
            return e is BadHttpRequestException { StatusCode: 413 } ? (null, tooBig) : (null, Bad("The form could not be read."));
        }
    }

    private static async Task<(UploadRequest? Read, IResult? Problem)> ReadForm(HttpRequest request, string boundary, int largest, IResult tooBig, CancellationToken cancel)
    {
        if (boundary.Length is 0 or > 70) return (null, Bad("The form has no boundary."));
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4 * 1024 };
        var (activity, files, left) = (new Activity(), new List<(string, byte[])>(), largest);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            using var content = new MemoryStream();
            var isActivity = section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true;
            if (!await RequestBody.Copy(section.Body, content, isActivity ? Math.Min(left, LargestActivity) : left, cancel)) return (null, tooBig);
            left -= (int)content.Length;
            if (isActivity)
            {
                if (DirectLineEndpoints.Parse(content.ToArray()) is not { Type: ActivityTypes.Message } parsed) return (null, Bad("The activity part is not a message."));
                activity = parsed;
            }
            else
            {
                if (files.Count == MostFiles) return (null, Bad("At most five files may come at once."));
                files.Add((NameOf(section.ContentDisposition), content.ToArray()));
            }
        }
        return files.Count == 0 ? (null, Bad("There is no file in the form.")) : (new UploadRequest(activity, files), null);
    }

    private static string NameOf(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var parsed)
            ? HeaderUtilities.RemoveQuotes(parsed.FileNameStar.HasValue ? parsed.FileNameStar : parsed.FileName).ToString()
            : "";

    private static IResult Bad(string message) => ProtocolError.Result(400, "BadArgument", message);
}
