using System.Net.WebSockets;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Sends a conversation's log over a WebSocket, from a watermark on and then as it grows.</summary>
public static class DirectLineStream
{
    public static async Task Serve(HttpContext http, string id, DirectLineAccess access, WebConversations conversations, ConversationSignals signals, IHostApplicationLifetime lifetime)
    {
        if (access.CheckStream(http.Request.Query["t"], id) is null)
        {
            await ProtocolError.Result(403, "Forbidden", "The stream's address is not valid or is more than a minute old.").ExecuteAsync(http);
            return;
        }
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await ProtocolError.Result(400, "BadArgument", "This address is for WebSockets.").ExecuteAsync(http);
            return;
        }
        var watermark = long.TryParse(http.Request.Query["watermark"], out var position) ? position : 0;
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var listening = ListenForClose(socket, ended);
        try
        {
            await Send(socket, id, watermark, conversations, signals, ended.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The client has gone, or the host is stopping: it comes back with its watermark.
        }
        await listening;
    }

    private static async Task Send(WebSocket socket, string id, long watermark, WebConversations conversations, ConversationSignals signals, CancellationToken cancel)
    {
        while (true)
        {
            var changed = signals.Next(WebConversations.Key(id));
            var set = await conversations.After(id, watermark, cancel);
            watermark = long.Parse(set.Watermark, System.Globalization.CultureInfo.InvariantCulture);
            if (set.Activities.Count > 0)
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Default.ActivitySet), WebSocketMessageType.Text, true, cancel);
            }
            else
            {
                await changed.WaitAsync(cancel);
            }
        }
    }

    // Clients send empty frames to keep the connection; nobody would notice a close without reading.
    private static async Task ListenForClose(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, ended.Token)).MessageType != WebSocketMessageType.Close) { }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a word, or the host is stopping.
        }
        await ended.CancelAsync();
    }
}
