using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Access;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Writes to the service as those do who have a key.</summary>
internal static class Writers
{
    /// <summary>A key with a role, a scope and the organisation that holds it.</summary>
    public static async Task<string> KeyAsync(
        this OpenGovApplication app,
        string role,
        string scope,
        string? organization = "mx-dur-contraloria"
    ) =>
        (
            await app
                .Services.GetRequiredService<KeysRepository>()
                .CreateAsync("Test", organization, role, scope, null, CancellationToken.None)
        ).Secret;

    /// <summary>Sends a write, and gives the answer as it is.</summary>
    public static Task<HttpResponseMessage> RequestAsync(
        this OpenGovApplication app,
        string method,
        string address,
        string? key,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(
            new HttpMethod(method),
            address.StartsWith("http", StringComparison.Ordinal) ? address : $"/api/v1/{address}"
        );
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, System.Text.Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        return app.Client.SendAsync(request);
    }

    /// <summary>A write that must be made; its answer as JSON, null for none.</summary>
    public static async Task<JsonElement> MadeAsync(
        this OpenGovApplication app,
        string method,
        string address,
        string key,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await app.RequestAsync(method, address, key, body, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, $"{method} {address} answers {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Adds a record; its id.</summary>
    public static async Task<string> AddedAsync(this OpenGovApplication app, string address, string key, object body) =>
        (await app.MadeAsync("POST", address, key, body)).GetProperty("id").GetString()!;

    /// <summary>Adds evidence of a commitment of Durango that is a file; its id.</summary>
    public static async Task<string> WithFileAsync(this OpenGovApplication app)
    {
        var key = await app.KeyAsync("verifier", "MX-DUR", "mx-dur-cce");
        using var bytes = new StringContent("Acta de entrega");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/files") { Content = bytes };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var kept = await app.Client.SendAsync(request);
        var body = new
        {
            commitment_id = "MX-DUR-PAL1-C2",
            title_es = "Acta",
            title_en = "Minutes",
            kind = "document",
            file_sha256 = JsonDocument.Parse(await kept.Content.ReadAsStringAsync()).RootElement.GetProperty("sha256").GetString(),
            file_name = "acta.txt",
        };
        return await app.AddedAsync("evidence", key, body);
    }

    /// <summary>Changes a record whatever its version is.</summary>
    public static async Task<JsonElement> ChangedAsync(this OpenGovApplication app, string address, string key, object body) =>
        await app.MadeAsync("PATCH", address, key, body, ("If-Match", await app.TagAsync(address)));

    /// <summary>The tag of a record as it is now.</summary>
    public static async Task<string> TagAsync(this OpenGovApplication app, string address)
    {
        using var response = await app.Client.GetAsync($"/api/v1/{address.Split('?')[0]}");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return response.Headers.ETag!.ToString();
    }

    /// <summary>A write that must be refused, with a whole problem; its first error's code, or its own.</summary>
    public static async Task<(JsonElement Problem, string? Code)> RefusedAsync(
        this OpenGovApplication app,
        string method,
        string address,
        string? key,
        int status,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await app.RequestAsync(method, address, key, body, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), $"{method} {address} answers {text}");
        var problem = OpenGovApplication.AssertProblem(response, text);
        var code =
            problem.TryGetProperty("code", out var own) ? own.GetString()
            : problem.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString()
            : null;
        return (problem, code);
    }
}
