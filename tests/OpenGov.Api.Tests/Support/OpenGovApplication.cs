using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenGov.Api.Assessments;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests;

/// <summary>The real service on a free port, over a database of its own, with the shipped data set in it.</summary>
public sealed class OpenGovApplication : WebApplicationFactory<Program>
{
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;
    private readonly Dictionary<string, string?> settings;
    private int copies;

    private OpenGovApplication(TestDatabase database, bool ownsDatabase, (string Name, string? Value)[] settings) =>
        (this.database, this.ownsDatabase, this.settings) = (
            database,
            ownsDatabase,
            settings.ToDictionary(setting => setting.Name, setting => setting.Value)
        );

    /// <summary>A client of the real server.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The clock of the service; it stands until a test moves it.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The settings by which another process finds the same database.</summary>
    public IEnumerable<KeyValuePair<string, string?>> DatabaseSettings => database.Settings;

    /// <summary>Where the server listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>Every statement that the sessions of any test have run.</summary>
    public static ConcurrentDictionary<string, bool> Statements { get; } = new();

    public static async Task<OpenGovApplication> StartAsync(string provider = "Sqlite", params (string Name, string? Value)[] settings)
    {
        ReadSession.Executing ??= statement => Statements.TryAdd(statement, true);
        var database = settings.Any(setting => setting.Name.StartsWith("Database:", StringComparison.Ordinal))
            ? await TestDatabase.CreateAsync(provider)
            : await TestDatabase.ShippedAsync(provider);
        return await StartAsync(new OpenGovApplication(database, ownsDatabase: true, settings));
    }

    /// <summary>A node over a database that a test has made.</summary>
    public static Task<OpenGovApplication> StartAsync(TestDatabase database, params (string Name, string? Value)[] settings) =>
        StartAsync(new OpenGovApplication(database, ownsDatabase: true, settings));

    /// <summary>A node over a database that stays when it goes.</summary>
    public static Task<OpenGovApplication> StartBesideAsync(TestDatabase database) =>
        StartAsync(new OpenGovApplication(database, ownsDatabase: false, []));

    /// <summary>Another node over the same database.</summary>
    public Task<OpenGovApplication> StartAnotherNodeAsync(params (string Name, string? Value)[] settings) =>
        StartAsync(new OpenGovApplication(database, ownsDatabase: false, settings));

    /// <summary>Starts it, and waits until its database is ready; it listens before.</summary>
    private static async Task<OpenGovApplication> StartAsync(OpenGovApplication application)
    {
        application.UseKestrel();
        application.StartServer();
        application.ClientOptions.AllowAutoRedirect = false;
        application.Client = application.CreateClient();
        await Eventually.HoldsAsync(
            async () =>
            {
                using var ready = await application.Client.GetAsync("/health/ready");
                return ready.IsSuccessStatusCode;
            },
            "it becomes ready"
        );
        return application;
    }

    /// <summary>An answer that must be good, as JSON. The address is under /api/v1, or absolute.</summary>
    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await Client.GetAsync(Full(address));
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{address} answers {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>An answer as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, Full(address));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    /// <summary>A refusal, checked to be a problem that has all that problems have and gives nothing internal away.</summary>
    public async Task<JsonElement> GetProblemAsync(
        string address,
        HttpStatusCode status,
        HttpMethod? method = null,
        params (string Name, string Value)[] headers
    )
    {
        using var response = await SendAsync(address, method, headers);
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{address} answers {body}");
        return AssertProblem(response, body);
    }

    /// <summary>What a problem of a status can be, as the pages about problems have it.</summary>
    private static readonly Dictionary<int, string[]> ProblemKinds = new()
    {
        [409] = ["unknown-state", "conflict"],
        [400] = ["invalid-parameter", "unknown-parameter", "invalid-cursor", "invalid-request", "invalid-record"],
        [401] = ["unauthorized"],
        [403] = ["forbidden"],
        [404] = ["not-found"],
        [405] = ["method-not-allowed"],
        [406] = ["not-acceptable"],
        [410] = ["gone"],
        [412] = ["precondition-failed"],
        [413] = ["too-large"],
        [414] = ["too-large"],
        [415] = ["unsupported-media-type"],
        [422] = ["unprocessable"],
        [428] = ["precondition-required"],
        [429] = ["too-many-requests"],
        [431] = ["too-large"],
        [500] = ["internal-error"],
        [503] = ["unavailable"],
    };

    public static JsonElement AssertProblem(HttpResponseMessage response, string body)
    {
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"), body);
        var problem = JsonDocument.Parse(body).RootElement;
        foreach (var name in (string[])["type", "title", "detail", "instance", "traceId"])
        {
            Assert.That(problem.GetProperty(name).GetString(), Is.Not.Null.And.Not.Empty, name);
        }

        SpanishWords.AssertSaysAsMuch(problem);
        Assert.Multiple(() =>
        {
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)response.StatusCode));
            var type = new Uri(problem.GetProperty("type").GetString()!);
            Assert.That(type.AbsolutePath, Is.AnyOf([.. ProblemKinds[(int)response.StatusCode].Select(kind => $"/problems/{kind}")]));
            Assert.That(
                body,
                Does.Not.Contain("   at ").And.Not.Contain("SELECT ").And.Not.Contain("Exception").And.Not.Contain("/api/Database/")
            );
        });
        return problem;
    }

    /// <summary>Every record of a list, by following <c>next</c>.</summary>
    public async Task<List<JsonElement>> AllAsync(string address, Func<int, Task>? betweenPages = null)
    {
        var items = new List<JsonElement>();
        string? next = address;
        for (var page = 0; next is not null; page++)
        {
            var answer = await GetAsync(next);
            items.AddRange(answer.GetProperty("items").EnumerateArray());
            Assert.That(answer.GetProperty("returned").GetInt32(), Is.EqualTo(answer.GetProperty("items").GetArrayLength()));
            next = answer.GetProperty("next").GetString();
            if (next is null)
            {
                Assert.That(items, Has.Count.EqualTo(answer.GetProperty("total").GetInt32()), $"{address}: total and rows");
            }
            else if (betweenPages is not null)
            {
                await betweenPages(page);
            }
        }

        return items;
    }

    /// <summary>Changes data through the one place that does.</summary>
    public async Task ChangeAsync(Func<Recorder, Task> change)
    {
        var recorder = await Recorder.BeginAsync(
            Services.GetRequiredService<DataStore>(),
            Services.GetRequiredService<DataVersion>(),
            new Actor("test", "Tests"),
            CancellationToken.None
        );
        await using (recorder)
        {
            await change(recorder);
            await recorder.CommitAsync(CancellationToken.None);
        }
    }

    /// <summary>Saves a commitment: one of the data set with some values changed, or a new one.</summary>
    public Task SaveCommitmentAsync(string id, params (string Field, object? Value)[] values) => SaveAsync("commitments", id, values);

    /// <summary>Saves a row of any table, with some values changed.</summary>
    public Task SaveAsync(string name, string id, params (string Field, object? Value)[] values) => SaveTogetherAsync((name, id, values));

    /// <summary>Saves rows in one change: a commitment and what is said of it.</summary>
    public async Task SaveTogetherAsync(params (string Table, string Id, (string Field, object? Value)[] Values)[] rows)
    {
        var records = new List<CheckedRecord>();
        foreach (var (name, id, values) in rows)
        {
            var table = Schema.Current[name];
            records.Add(TestRows.Checked(table, TestRows.With(await RowAsync(table, id) ?? TestRows.NewRow(table, id), values)));
        }

        await ChangeAsync(async recorder =>
        {
            foreach (var record in records)
            {
                await recorder.SaveAsync(record, CancellationToken.None);
            }
        });
    }

    /// <summary>Saves a copy of a row under another id; what only one row may have gets a value of its own.</summary>
    public async Task CopyAsync(string name, string id, string copy)
    {
        var table = Schema.Current[name];
        var row = (await RowAsync(table, id))!;
        copies++;

        // What was said of a commitment was not said of its copy.
        foreach (var aspect in name == "commitments" ? Aspect.Shown : [])
        {
            row[aspect.Field!] = null;
        }

        foreach (var field in table.Fields.Where(field => field.Unique && field.Name != "id"))
        {
            row[field.Name] =
                !field.Required ? null
                : field.Type == "integer" ? (long)(field.Maximum ?? 100_000) - copies
                : $"{33 + (copies % 67)}";
        }

        foreach (var key in table.UniqueKeys.Where(key => key.Count > 1))
        {
            var own = key.Last(name => table.ByName[name] is { Type: "string", References: null, Vocabulary: null });
            row[own] = $"{row[own]}-{copies}";
        }

        TestRows.SayNothingOfWhatIsEmpty(row);
        await ChangeAsync(recorder =>
            recorder.SaveAsync(TestRows.Checked(table, TestRows.With(row, [("id", copy)])), CancellationToken.None)
        );
    }

    /// <summary>Withdraws a commitment.</summary>
    public Task WithdrawCommitmentAsync(string id) =>
        ChangeAsync(recorder => recorder.WithdrawAsync(Schema.Current["commitments"], id, CancellationToken.None));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");

        // As a setting: the factory would write a port into a server that listens already.
        builder.UseSetting("urls", "http://127.0.0.1:0");

        // Tests of refusals ask from one address with more wrong keys than one address may have.
        builder.UseSetting("RateLimit:WrongCredentials", "1000");
        foreach (var (name, value) in database.Settings.Concat(settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    private async Task<Dictionary<string, object?>?> RowAsync(Table table, string id)
    {
        await using var scope = Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<ReadSession>();
        var existing = (
            await session.QueryAsync<dynamic>(
                $"SELECT {string.Join(", ", table.Fields.Select(field => $"t.{field.Name}"))} FROM {table.Name} t WHERE t.id = @Id",
                new { Id = id },
                CancellationToken.None
            )
        ).SingleOrDefault();
        return existing is IDictionary<string, object?> known
            ? table.Fields.ToDictionary(field => field.Name, field => (object?)field.FromDatabase(known[field.Name]))
            : null;
    }

    private string Full(string address) =>
        address.StartsWith("http", StringComparison.Ordinal) || address.StartsWith('/') ? address : $"/api/v1/{address}";
}
