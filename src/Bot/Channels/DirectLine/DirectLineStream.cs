using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Sends a conversation's log over a WebSocket, from a watermark on and then as it grows.</summary>
public static class DirectLineStream
{
    // Proxies cut what is silent for a minute. A client takes an empty frame for a sign of life and nothing else.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ToSayGoodbye = TimeSpan.FromSeconds(5);

    public static async Task Serve(
        HttpContext http, string id, DirectLineAccess access, WebConversations conversations, ConversationSignals signals, OpenStreams streams, IHostApplicationLifetime lifetime)
    {
        if (Refusal(http, access.CheckStream(http, id)) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }
        if (!await conversations.Known(id, http.RequestAborted))
        {
            await DirectLineEndpoints.Unknown().ExecuteAsync(http);
            return;
        }
        var session = access.CheckStream(http, id)!.Session ?? "";
        var watermark = long.TryParse(http.Request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var place = streams.Enter($"{id}/{session}");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping, place.Replaced);
        var listening = ListenForClose(socket, ended);
        try
        {
            await Send(socket, id, watermark, conversations, signals, ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client has gone, another of its sockets took over, or the host is stopping: it comes back with its watermark.
        }
        if (place.Replaced.IsCancellationRequested) await Close(socket, "collision");
        else if (lifetime.ApplicationStopping.IsCancellationRequested) await Close(socket, "restarting");
        // A client that reads answers the goodbye; one that does not is not waited for.
        if (socket.State == WebSocketState.CloseSent) await Task.WhenAny(listening, Task.Delay(ToSayGoodbye, CancellationToken.None));
        socket.Abort();
        await listening;
    }

    private static IResult? Refusal(HttpContext http, Hosting.TokenClaims? claims) =>
        claims is null ? ProtocolError.Result(403, "Forbidden", "The stream's address is not valid here or is more than a minute old.")
        : !http.WebSockets.IsWebSocketRequest ? ProtocolError.Result(400, "BadArgument", "This address is for WebSockets.")
        : null;

    private static async Task Send(WebSocket socket, string id, long watermark, WebConversations conversations, ConversationSignals signals, CancellationToken cancel)
    {
        using var watch = signals.Begin(WebConversations.Key(id));
        while (true)
        {
            var set = await conversations.TryAfter(id, watermark, cancel);
            var position = set is null ? watermark : long.Parse(set.Watermark, CultureInfo.InvariantCulture);
            if (set is { Activities.Count: > 0 })
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet), WebSocketMessageType.Text, true, cancel);
            }
            else if (position == watermark && !await watch.Next(set is null ? ReadAgain : LongestSilence, cancel))
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, cancel);
            }
            watermark = position;
        }
    }

    // Clients send empty frames to keep the connection; nobody would notice a close without reading.
    private static async Task ListenForClose(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, CancellationToken.None)).MessageType != WebSocketMessageType.Close) { }
            if (socket.State == WebSocketState.CloseReceived) await Close(socket, null);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a word, or given up by us.
        }
        await ended.CancelAsync();
    }

    private static async Task Close(WebSocket socket, string? reason)
    {
        using var late = new CancellationTokenSource(ToSayGoodbye);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, reason, late.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or InvalidOperationException)
        {
            // It had gone already.
        }
    }
}
