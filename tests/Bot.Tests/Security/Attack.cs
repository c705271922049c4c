using System.Net.Http.Headers;
using System.Text;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>One row of the table: what somebody tries, and a check that throws if it works.</summary>
public sealed record Attack(string Name, Func<RunningHost, Task> Try)
{
    /// <summary>A request of a stranger that must be refused with this status, in the protocol's form.</summary>
    public static Attack Refused(string name, int status, Func<Scene, HttpRequestMessage> request) => new(name, async host =>
    {
        var response = await host.Http.SendAsync(request(await Scene.Set(host)));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"expected {status}, got {(int)response.StatusCode}: {body}");
        if (body.Length > 0) Assert.StartsWith("{\"error\":{\"code\":\"", body, StringComparison.Ordinal);
    });

    /// <summary>Something that may be sent, but must not do what it is meant to.</summary>
    public static Attack Defused(string name, Func<Scene, Task> check) => new(name, async host => await check(await Scene.Set(host)));
}

/// <summary>A visitor with a conversation, and a stranger with one of his own who would like hers.</summary>
public sealed record Scene(RunningHost Host, Visitor Alice, Visitor Mallory)
{
    public static async Task<Scene> Set(RunningHost host) => new(host, await Visitor.Come(host), await Visitor.Come(host));

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => Host.Http.SendAsync(request);

    public static HttpRequestMessage Get(string path, string? token = null) => With(new HttpRequestMessage(HttpMethod.Get, path), token);

    public static HttpRequestMessage Post(string path, string? token = null, string? body = null) =>
        With(new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") }, token);

    public static HttpRequestMessage From(string origin, HttpRequestMessage request)
    {
        request.Headers.Add("Origin", origin);
        return request;
    }

    private static HttpRequestMessage With(HttpRequestMessage request, string? token)
    {
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return request;
    }

    public static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            // Written by hand: the client would tidy up what an attacker writes.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
            form.Add(part);
        }
        return form;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
