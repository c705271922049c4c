namespace CommissioningBot.Bot.Channels;

/// <summary>Reads a request's body into memory, but no more of it than is wanted.</summary>
public static class RequestBody
{
    /// <summary>The body, or null if it has more bytes than <paramref name="most"/>, whatever its length header says.</summary>
    public static async Task<byte[]?> Read(HttpRequest request, int most, CancellationToken cancel)
    {
        if (request.ContentLength > most) return null;
        using var read = new MemoryStream((int)(request.ContentLength ?? 0));
        return await Copy(request.Body, read, most, cancel) ? read.ToArray() : null;
    }

    /// <summary>Copies a stream; false if it holds more than <paramref name="most"/> bytes.</summary>
    public static async Task<bool> Copy(Stream from, MemoryStream to, int most, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        for (int count; (count = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (to.Length + count > most) return false;
            to.Write(buffer, 0, count);
        }
        return true;
    }
}
