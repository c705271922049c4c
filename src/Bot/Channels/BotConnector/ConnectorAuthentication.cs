using System.Net.Http.Headers;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// Both proofs between the bot and its channels: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication.
/// Neither is there yet: so nothing counts as proved, outside Development nothing is taken, and replies to this computer need no token.
/// </summary>
public sealed class ConnectorAuthentication
{
    /// <summary>True if the request carries a token that Microsoft's keys signed for this bot. Its claim of the service URL must be the activity's.</summary>
    public bool IsProved(HttpRequest request) => false;

    /// <summary>The bot's own token for a service URL that is allowed; null where none is needed.</summary>
    public AuthenticationHeaderValue? TokenFor(Uri serviceUrl) => null;
}
