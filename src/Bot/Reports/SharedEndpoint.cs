using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports;

/// <summary><c>/shared/{token}</c>: the page of one opening of a shared check. It ends after half an hour, and at once when the group withdraws the code.</summary>
public static class SharedEndpoint
{
    public static void MapShared(this WebApplication app) => app.MapGet("/shared/{token}", Page);

    private static async Task<IResult> Page(string token, SharedLinks links, IConversationStore store, OnOffSwitch onOff, Catalogue catalogue, TimeProvider time, CancellationToken cancel)
    {
        if (links.Read(token) is not var (code, role) || await onOff.Off(cancel) is not null || await Open(store, code, time.GetUtcNow(), cancel) is not { } open)
            return new RazorComponentResult<SharedGonePage> { StatusCode = 404 };
        return new RazorComponentResult<SharedPage>(new { View = SharedView.Of(catalogue, open, role, UkTime.DayOf(time.GetUtcNow())) });
    }

    private static async Task<OpenShare?> Open(IConversationStore store, string code, DateTimeOffset now, CancellationToken cancel)
    {
        if (await store.Load(KeptViewingCode.Key(code), cancel) is not { } found) return null;
        var assessment = JsonSerializer.Deserialize(found.Body, SharingJson.Default.KeptViewingCode)!.Assessment;
        if (await store.Load(KeptShare.Key(assessment), cancel) is not { } stored || await store.Load(KeptCheck.Key(assessment), cancel) is not { } check) return null;
        var share = JsonSerializer.Deserialize(stored.Body, SharingJson.Default.KeptShare)!;
        return share.Code == code && share.IsOpen(now) ? new OpenShare(JsonSerializer.Deserialize(check.Body, HealthCheckJson.Default.KeptCheck)!, share) : null;
    }
}
