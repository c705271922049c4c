using System.Text.Json;
using CommissioningBot.Bot.Channels;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Chat;

/// <summary><c>/chat</c>: the visitor's conversation with JavaScript off. It is the same one that the widget shows.</summary>
public static class ChatEndpoints
{
    private const string CouldNotSave = "That could not be saved just now. Your message is still in the box: please press Send again in a moment.";
    private const string NotFromThisPage = "This page was opened by somebody else on this device, or long ago, so nothing was sent. Please press Send once more.";
    private const string NothingTyped = "Type a message, or press one of the buttons above.";

    public static void MapChat(this WebApplication app)
    {
        app.MapGet("/chat", async (HttpContext http, Visitors visitors, WebConversations conversations, ChatForms forms, string? draft, CancellationToken cancel) =>
        {
            var visitor = visitors.Remember(http, Role.Group);
            await conversations.Open(visitor, http, cancel);
            return await Page(visitor, conversations, forms, draft ?? "", null, cancel);
        }).LimitedBy(RequestKind.Page);
        // ChatForms does what the framework's own check would, with keys that outlive a restart.
        app.MapPost("/chat", Send).DisableAntiforgery().LimitedBy(RequestKind.Page);
    }

    private static async Task<IResult> Send(HttpContext http, Visitors visitors, WebConversations conversations, ChatForms forms, CancellationToken cancel)
    {
        var visitor = visitors.Remember(http, Role.Group);
        var form = await http.Request.ReadFormAsync(cancel);
        var (text, choice, id) = (form["text"].ToString().Trim(), form["choice"].ToString(), form["clientActivityId"].ToString());
        if (!forms.IsOurs(visitor, id)) return await Page(visitor, conversations, forms, text, NotFromThisPage, cancel);
        if (text.Length == 0 && choice.Length == 0) return await Page(visitor, conversations, forms, "", NothingTyped, cancel);

        var channelData = JsonSerializer.SerializeToElement(new() { ["clientActivityID"] = id }, BotJson.Default.JsonObject);
        try
        {
            await conversations.Open(visitor, http, cancel);
            await conversations.Post(visitor, ChatChoices.Activity(text, choice) with { ChannelData = channelData }, http, cancel);
        }
        catch (StoreUnavailableException)
        {
            return await Page(visitor, conversations, forms, text, CouldNotSave, cancel);
        }
        var newest = await conversations.History(visitor.Conversation, cancel);
        if (newest is not [.., { Type: ActivityTypes.Event, Name: "clearDevice" }]) return TypedResults.Redirect("/chat#latest");
        Visitors.Forget(http, Role.Group);
        return TypedResults.Redirect("/?cleared");
    }

    private static async Task<IResult> Page(TokenClaims visitor, WebConversations conversations, ChatForms forms, string draft, string? problem, CancellationToken cancel)
    {
        var log = await conversations.History(visitor.Conversation, cancel);
        var view = new ChatView(ChatChoices.Messages(log), forms.New(visitor), draft, problem);
        return new RazorComponentResult<ChatPage>(new { View = view }) { StatusCode = problem is null ? 200 : 400 };
    }
}
