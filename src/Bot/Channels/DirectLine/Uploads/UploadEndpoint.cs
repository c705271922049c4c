using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine.Uploads;

/// <summary>Takes files with or without a message, and gives them back to the conversation they belong to.</summary>
public static class UploadEndpoint
{
    /// <summary>Bytes that are taken.</summary>
    public const int LargestRequest = 4 * 1024 * 1024;

    /// <summary>Bytes that are waited for, so that a sender of too much hears why instead of finding the connection cut.</summary>
    public const int LongestPatience = 4 * LargestRequest;

    public static async Task<IResult> Take(
        HttpContext http, string id, DirectLineAccess access, WebConversations conversations, UploadedFiles files, SignedTokens tokens, RequestLimits limits, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        if (!await conversations.Known(id, cancel)) return DirectLineEndpoints.Unknown();
        var (read, problem) = await UploadRequest.Read(http.Request, LargestRequest, cancel);
        if (read is null) return problem!;
        if (!limits.More(RequestKind.Upload, id, read.Files.Count - 1)) return ProtocolError.Result(429, "TooManyRequests", "A conversation may send five files in an hour.");

        var kept = new List<(UploadedFile File, Attachment Attachment)>();
        try
        {
            foreach (var (name, content) in read.Files)
            {
                if (FileKind.Of(content, name) is not { } kind) return Undo(kept, ProtocolError.Result(415, "UnsupportedMediaType", $"Files may be {FileKind.Names}."));
                if (files.Keep(id, content, kind) is not { } file) return Undo(kept, ProtocolError.Result(503, "ServiceError", "There is no room for files just now. Please try again tomorrow."));
                kept.Add((file, new Attachment { ContentType = kind.ContentType, ContentUrl = Address(access.Site(http), claims, file, tokens), Name = ShownName(name, kind) }));
            }
            var attachments = kept.Select(k => k.Attachment).ToList();
            var posted = await conversations.Post(claims, read.Activity, http, cancel, attachments);
            // The same message came before, with the same files.
            if (posted.Attachments is not [{ ContentUrl: var first }, ..] || first != attachments[0].ContentUrl) Undo(kept, Results.Ok());
            return Results.Json(new PostedActivity(posted.Id!), DirectLineJson.Default.PostedActivity);
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException)
        {
            return Undo(kept, ProtocolError.NotSaved());
        }
    }

    /// <summary>Sends a file to whoever has the conversation's token or the address that came with the message.</summary>
    public static IResult Give(HttpContext http, string id, string file, DirectLineAccess access, UploadedFiles files, SignedTokens tokens)
    {
        var signed = tokens.Read(http.Request.Query["t"], SignedTokens.UploadedFile);
        if (signed is null || signed.Conversation != id || signed.User != file)
        {
            if (access.Check(http, id, out var refusal) is null) return refusal;
        }
        if (files.Find(id, file) is not { } found) return ProtocolError.Result(404, "NotFound", "There is no such file, or its day is over.");
        // As a download, and under a name of ours: nothing that a stranger sent runs or shows itself on our pages.
        return Results.File(found.Path, found.Kind.ContentType, $"file-{found.Name[..8]}.{found.Kind.Extension}");
    }

    private static string Address(string site, TokenClaims claims, UploadedFile file, SignedTokens tokens)
    {
        var signed = tokens.Sign(SignedTokens.UploadedFile, file.Name, claims.Conversation, Role.Group, UploadedFiles.Kept);
        return $"{site}/v3/directline/conversations/{claims.Conversation}/files/{file.Name}?t={signed}";
    }

    // Only shown, never used; the last part of a path is what a person knows the file by.
    private static string ShownName(string name, FileKind kind)
    {
        var plain = Invisible.Remove(name).Replace('\\', '/').Split('/')[^1].Trim();
        plain = new string([.. plain.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or '-' or '_' or '(' or ')')]).Trim(' ', '.');
        return plain.Length is > 0 and <= 100 ? plain : "file." + kind.Extension;
    }

    private static IResult Undo(List<(UploadedFile File, Attachment Attachment)> kept, IResult answer)
    {
        foreach (var (file, _) in kept) File.Delete(file.Path);
        return answer;
    }
}
