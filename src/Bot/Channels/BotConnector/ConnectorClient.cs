using System.Net;
using System.Text;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>What became of a reply that was sent to a channel.</summary>
public enum SendResult
{
    /// <summary>The channel has it.</summary>
    Taken,

    /// <summary>The channel certainly does not have it, and may take it later.</summary>
    NotNow,

    /// <summary>Nobody can say whether the channel has it.</summary>
    Unknown,

    /// <summary>The channel will never take this one.</summary>
    Refused,

    /// <summary>The channel takes nothing more for this conversation: the person has blocked the bot, or the conversation is gone.</summary>
    Closed,
}

/// <param name="Status">The HTTP status; null if there was none.</param>
/// <param name="RetryAfter">How long the channel asks to wait.</param>
public sealed record SendOutcome(SendResult Result, HttpStatusCode? Status = null, TimeSpan? RetryAfter = null);

/// <summary>
/// Sends activities as the Bot Connector wants them: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference.
/// </summary>
public sealed class ConnectorClient(ServiceUrls serviceUrls, ConnectorAuthentication authentication, TimeProvider time) : IDisposable
{
    /// <summary>Teams takes no larger message from a bot everywhere, counted in UTF-16.</summary>
    private const int MostBytes = 28 * 1024;

    // A redirect could lead past the list of hosts.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(15),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Sends one activity. Never repeats it: that is for whoever knows what is owed.</summary>
    /// <param name="answersActivity">True if it answers an activity that the channel gave an id.</param>
    public async Task<SendOutcome> Send(Activity activity, bool answersActivity)
    {
        if (!serviceUrls.Allows(activity.ServiceUrl)) return new SendOutcome(SendResult.Refused);
        var serviceUrl = new Uri(activity.ServiceUrl!.TrimEnd('/') + "/");
        var path = $"v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities";
        if (answersActivity) path += "/" + Uri.EscapeDataString(activity.ReplyToId!);

        using var content = new Content(Fitting(activity.ChannelId == TeamsIdentity.Teams ? TeamsMessage.Of(activity) : activity));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(serviceUrl, path)) { Content = content };
        request.Headers.Authorization = authentication.TokenFor(serviceUrl);
        try
        {
            using var response = await http.SendAsync(request);
            return Outcome(response);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new SendOutcome(content.HasBegun ? SendResult.Unknown : SendResult.NotNow);
        }
    }

    public void Dispose() => http.Dispose();

    private SendOutcome Outcome(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter is not { } after ? null : after.Delta ?? after.Date - time.GetUtcNow();
        var result = (int)response.StatusCode switch
        {
            >= 200 and < 300 => SendResult.Taken,
            412 or 429 => SendResult.NotNow,
            // "Come back later" says that it was not taken. Any other 5xx, and 408, leaves that open: the Bot Connector is not idempotent.
            503 when wait is not null => SendResult.NotNow,
            408 or >= 500 => SendResult.Unknown,
            403 or 404 => SendResult.Closed,
            _ => SendResult.Refused,
        };
        return new SendOutcome(result, response.StatusCode, wait);
    }

    /// <summary>The activity, without what only programs read if it is too large with it.</summary>
    public static string Fitting(Activity activity)
    {
        var json = activity.ToJson();
        return json.Length * sizeof(char) <= MostBytes ? json : (activity with { ChannelData = null, Entities = null }).ToJson();
    }

    /// <summary>JSON that knows whether any of it can have reached the other side.</summary>
    private sealed class Content : HttpContent
    {
        private readonly byte[] bytes;

        public Content(string json)
        {
            bytes = Encoding.UTF8.GetBytes(json);
            Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        }

        public bool HasBegun { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            HasBegun = true;
            await stream.WriteAsync(bytes);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
