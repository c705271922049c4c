// What the web server alone can do: an activity in, one activity out, nothing decided and nothing kept.
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Benchmarks.Echo;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapPost("/api/messages", async (HttpContext http) =>
{
    var said = (await http.Request.ReadFromJsonAsync(EchoJson.Default.Said))!;
    return Results.Json(new Replies([said with { Text = "Echo: " + said.Text }]), EchoJson.Default.Replies);
});
app.Run();

namespace CommissioningBot.Benchmarks.Echo
{
    public sealed record Said(string Type, string Id, string Text, JsonElement Conversation, JsonElement From, JsonElement Recipient, string ChannelId);

    public sealed record Replies(IReadOnlyList<Said> Activities);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Said))]
    [JsonSerializable(typeof(Replies))]
    internal sealed partial class EchoJson : JsonSerializerContext;
}
