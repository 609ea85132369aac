using System.Text.Json;
using System.Text.RegularExpressions;
using AutoMapper;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;
using OpenGov.Api.Measures;
using OpenGov.Api.Records;
using OpenGov.Api.Tests.Writing;

namespace OpenGov.Api.Tests;

/// <summary>The API description, the schema and the mappings against what the service really does.</summary>
[Category("Quick")]
[Parallelizable]
public sealed partial class ContractTests(string provider) : ApiFixture(provider)
{
    /// <summary>What is answered there is the file alone.</summary>
    private const string File = "/api/v1/evidence/{id}/file";

    private string withFile = "";

    [OneTimeSetUp]
    public async Task AddRecordsAsync()
    {
        await App.AddDialoguesAsync();
        withFile = await App.WithFileAsync();
        await App.SaveAsync("milestones", "MX-DUR-PAL1-C2-M1", ("commitment_id", "MX-DUR-PAL1-C2"));
    }

    [Test]
    public async Task The_committed_API_description_is_the_one_that_the_service_gives()
    {
        var committed = await System.IO.File.ReadAllTextAsync(Path.Combine(Checkout.Root, "docs", "openapi", "v1.json"));
        var served = await App.Client.GetStringAsync("/openapi/v1.json");
        Assert.That(
            served == committed,
            "docs/openapi/v1.json is not what the service gives. Run scripts/openapi.sh and look at the difference: it is a "
                + "change of the contract."
        );
    }

    [Test]
    public async Task Every_operation_parameter_and_property_is_described()
    {
        var description = await App.GetAsync("/openapi/v1.json");
        Assert.That(description.GetProperty("openapi").GetString(), Does.StartWith("3.1"));
        foreach (var path in description.GetProperty("paths").EnumerateObject().Some())
        {
            foreach (var operation in path.Value.EnumerateObject().Some())
            {
                foreach (var name in (string[])["operationId", "summary", "description"])
                {
                    Assert.That(operation.Value.GetProperty(name).GetString(), Is.Not.Empty, $"{path.Name} {name}");
                }

                string[] always = operation.Name == "get" ? ["200", "304", "400", "401", "429", "500"] : ["401", "403", "429", "500"];
                if (operation.Value.TryGetProperty("security", out _))
                {
                    always = [.. always.Union(["403"])];
                }

                Assert.That(
                    operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Name),
                    Is.SupersetOf(always),
                    path.Name
                );
            }
        }

        var parameters =
            from path in description.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            from parameter in operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : default
            select (path.Name, parameter);
        foreach (var (path, parameter) in parameters.Some())
        {
            Assert.That(parameter.TryGetProperty("description", out var text) && text.GetString()!.Length > 0, $"{path} {parameter}");
        }

        var tags = description
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .SelectMany(operation => operation.Value.GetProperty("tags").EnumerateArray())
            .Select(tag => tag.GetString())
            .Distinct();
        var described = description
            .GetProperty("tags")
            .EnumerateArray()
            .Where(tag => tag.GetProperty("description").GetString()!.Length > 0)
            .Select(tag => tag.GetProperty("name").GetString());
        Assert.That(described.Some(), Is.EquivalentTo(tags), "DescribedWhole says what each tag holds");

        foreach (var schema in description.GetProperty("components").GetProperty("schemas").EnumerateObject().Some())
        {
            if (schema.Value.TryGetProperty("enum", out _))
            {
                Assert.That(schema.Value.GetProperty("description").GetString(), Is.Not.Empty, schema.Name);
                continue;
            }

            foreach (var property in schema.Value.GetProperty("properties").EnumerateObject().Some())
            {
                Assert.That(
                    property.Value.TryGetProperty("description", out var text) && text.GetString()!.Length > 0,
                    $"{schema.Name}.{property.Name}"
                );
            }
        }
    }

    [Test]
    public async Task Every_operation_answers_as_the_description_says()
    {
        var description = await App.GetAsync("/openapi/v1.json");
        var schemas = new JsonSchemas(description);
        foreach (
            var (path, get) in PublicReads
                .Described(description)
                .Where(read => read.Path.StartsWith("/api/", StringComparison.Ordinal) && read.Path != File)
                .Some()
        )
        {
            foreach (var address in (await AddressesAsync(path)).Some())
            {
                var answer = await App.GetAsync(address);
                var schema = get.GetProperty("responses")
                    .GetProperty("200")
                    .GetProperty("content")
                    .GetProperty("application/json")
                    .GetProperty("schema");
                Assert.That(schemas.Errors(schema, answer, "$").Take(5), Is.Empty, address);
            }
        }
    }

    [Test]
    public async Task Every_operation_gives_304_to_whoever_has_its_answer()
    {
        var description = await App.GetAsync("/openapi/v1.json");
        foreach (var (path, _) in PublicReads.Described(description).Some())
        {
            foreach (var address in (await AddressesAsync(path)).Take(5).Some())
            {
                using var first = await App.SendAsync(address);
                Assert.That(first.Headers.ETag?.IsWeak, Is.False, address);
                using var second = await App.SendAsync(address, null, ("If-None-Match", first.Headers.ETag!.ToString()));
                Assert.That((int)second.StatusCode, Is.EqualTo(304), address);
                Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.Empty, address);
            }
        }
    }

    [Test]
    public async Task An_error_answers_as_the_description_says()
    {
        var schemas = new JsonSchemas(await App.GetAsync("/openapi/v1.json"));
        var problem = await App.GetProblemAsync("states?x=1", System.Net.HttpStatusCode.BadRequest);
        Assert.That(
            schemas.Errors(JsonDocument.Parse("""{ "$ref": "#/components/schemas/ProblemDetails" }""").RootElement, problem, "$"),
            Is.Empty
        );
    }

    [Test]
    public async Task Every_refusal_of_a_parameter_and_of_a_body_is_one_of_the_described_errors()
    {
        var description = await App.GetAsync("/openapi/v1.json");
        var schemas = new JsonSchemas(description);
        var described = description
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("ParameterError")
            .GetProperty("properties");
        var key = await App.KeyAsync("editor", "national");
        using var refused = await App.RequestAsync("POST", "commitments", key, new { plan_id = "nothing", statuss = "completed" });
        Assert.That((int)refused.StatusCode, Is.EqualTo(400));
        var ofBody = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        var ofParameter = await App.GetProblemAsync("states?statuss=1", System.Net.HttpStatusCode.BadRequest);
        foreach (var (problem, place) in ((JsonElement, string)[])[(ofBody, "pointer"), (ofParameter, "parameter")])
        {
            foreach (var error in problem.GetProperty("errors").EnumerateArray().Some())
            {
                Assert.That(error.TryGetProperty(place, out _), error.GetRawText());
                foreach (var property in error.EnumerateObject().Some())
                {
                    Assert.That(described.TryGetProperty(property.Name, out _), property.Name);
                }
            }

            Assert.That(
                schemas.Errors(JsonDocument.Parse("""{ "$ref": "#/components/schemas/ProblemDetails" }""").RootElement, problem, "$"),
                Is.Empty
            );
        }
    }

    [Test]
    public async Task The_description_as_YAML_has_no_name_that_is_read_as_yes_or_no()
    {
        var yaml = await App.Client.GetStringAsync("/openapi/v1.yaml");
        Assert.That(yaml.Split('\n').Where(line => BareAnswer().IsMatch(line)), Is.Empty);
        Assert.That(yaml, Does.Contain("'yes':").And.Contain("'no':"));
    }

    [GeneratedRegex(@"^ *(- )?(yes|no|on|off|y|n)(:.*)?\r?$", RegexOptions.IgnoreCase)]
    private static partial Regex BareAnswer();

    [Test]
    public void The_schema_check_finds_what_is_wrong()
    {
        var schemas = new JsonSchemas(
            JsonDocument
                .Parse(
                    """
                    { "components": { "schemas": { "A": {
                      "type": "object", "required": ["a"],
                      "properties": { "a": { "type": ["string", "null"], "enum": ["x", null] } }
                    } } } }
                    """
                )
                .RootElement
        );
        var schema = JsonDocument.Parse("""{ "$ref": "#/components/schemas/A" }""").RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(schemas.Errors(schema, JsonDocument.Parse("""{ "a": "x" }""").RootElement, "$"), Is.Empty);
            Assert.That(schemas.Errors(schema, JsonDocument.Parse("""{ "a": "y" }""").RootElement, "$"), Is.Not.Empty);
            Assert.That(schemas.Errors(schema, JsonDocument.Parse("""{ "a": 1 }""").RootElement, "$"), Is.Not.Empty);
            Assert.That(schemas.Errors(schema, JsonDocument.Parse("{}").RootElement, "$"), Is.Not.Empty);
            Assert.That(schemas.Errors(schema, JsonDocument.Parse("""{ "a": "x", "b": 1 }""").RootElement, "$"), Is.Not.Empty);
        });
    }

    [Test]
    public async Task Examples_are_real_answers()
    {
        var examples = JsonDocument
            .Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(Checkout.Root, "api", "Http", "openapi-examples.json")))
            .RootElement;
        var commitment = await App.GetAsync("commitments/MX-CAM-PAL1-C2");
        var example = examples.GetProperty("GetCommitment");
        foreach (
            var property in example
                .EnumerateObject()
                .Where(property => property.Name is not ("updated_at" or "links" or "evidence" or "indicators" or "milestones"))
                .Some()
        )
        {
            Assert.That(
                property.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal),
                Is.EqualTo(commitment.GetProperty(property.Name).GetRawText().Replace(" ", "", StringComparison.Ordinal)),
                property.Name
            );
        }
    }

    [Test]
    public async Task The_tables_of_the_database_have_the_columns_of_the_schema()
    {
        await using var connection = await App.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None);
        foreach (var table in Schema.Current.Tables.Some())
        {
            Assert.Multiple(async () =>
            {
                Assert.That((await ColumnsAsync(table.Name)).Some(), Is.EquivalentTo(table.Columns), table.Name);
                Assert.That(
                    await ColumnsAsync($"{table.Name}_versions"),
                    Is.EquivalentTo((string[])[.. table.Columns, "valid_from", "valid_to"]),
                    $"{table.Name}_versions"
                );
            });
        }

        async Task<IEnumerable<string>> ColumnsAsync(string name) =>
            await connection.QueryAsync<string>(
                Provider == "Sqlite"
                    ? "SELECT name FROM pragma_table_info(@Name)"
                    : "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = @Name",
                new { Name = name }
            );
    }

    [Test]
    public void Every_mapping_from_a_row_to_a_record_is_complete() =>
        App.Services.GetRequiredService<IMapper>().ConfigurationProvider.AssertConfigurationIsValid();

    /// <summary>Agreements are read with their session, and a value is known by what it measures.</summary>
    [Test]
    public async Task Every_resource_that_has_words_is_found_by_the_search()
    {
        string[] parts = ["agreements", "metric_values"];
        var kinds = (await App.GetAsync("/openapi/v1.json")).Codes("/api/v1/search", "kind");
        var searchable = AllLists
            .OfRecords.Select(list => list.Table)
            .Where(table => Schema.Current[table].Fields.Any(field => field.Searchable))
            .Except(parts);
        Assert.That(searchable.Some(), Is.SubsetOf(kinds), "a resource with searchable fields has a line in SearchRepository");
    }

    /// <summary>Records of tables that have no list of their own, or none with ids to ask for.</summary>
    private static readonly Dictionary<string, string> Recorded = new()
    {
        ["/api/v1/milestones"] = "MX-DUR-PAL1-C2-M1",
        ["/api/v1/evidence"] = "MX-JAL-PAL2-C1-E1",
        ["/api/v1/indicators"] = "MX-CAM-PAL1-C2-I1",
        ["/api/v1/observations"] = "MX-CAM-PAL1-C2-I1-O1",
        ["/api/v1/plan_members"] = "MX-NAP1.fundar",
        ["/api/v1/secretariat_members"] = "MX-CAM-STL.mx-cam-cotaipec",
        ["/api/v1/metric_indicators"] = "open_government_index",
        ["/api/v1/metrics/values"] = "MGA-2017.federal.federal.open_government_index",
        ["/api/v1/initiative_sizes"] = "I-2017-02",
        ["/api/v1/headline_figures"] = "civil_society_organizations",
        ["/api/v1/sources"] = "S0",
        ["/api/v1/terms"] = "ambition.high",
    };

    /// <summary>Addresses that call an operation: for one with an id, that of each of some records.</summary>
    private const string Counts = "/api/v1/stats/";

    private async Task<IEnumerable<string>> AddressesAsync(string path)
    {
        if (Described.IsOfFiles(path))
        {
            var rows = path[..path.LastIndexOf('.')];
            return (await AddressesAsync(rows)).Select(address =>
                address.Split('?') is [var asked, var query] ? $"{asked}.csv?{query}" : $"{address}.csv"
            );
        }

        if (path == File)
        {
            return [File.Replace("{id}", withFile, StringComparison.Ordinal)];
        }

        if (!path.Contains('{'))
        {
            return path switch
            {
                "/api/v1/search" => ["/api/v1/search?q=a&limit=500"],
                "/api/v1/stats/commitments" => ["/api/v1/stats/commitments?group_by=status,state"],
                "/api/v1" or "/api/v1/stats/summary" or "/api/v1/measures" => [path],
                _ when path.StartsWith(Counts, StringComparison.Ordinal) && path != "/api/v1/stats/initiative" =>
                [
                    $"{path}?group_by={AllLists.Sql(path[Counts.Length..]).Keys.Keys.First()}",
                ],
                _ when path.StartsWith("/data/", StringComparison.Ordinal) => [path],
                "/api/v1/changes" => ["/api/v1/changes?limit=100"],
                _ => [$"{path}?limit=500"],
            };
        }

        if (path.StartsWith("/api/v1/measures/", StringComparison.Ordinal))
        {
            return MeasureCatalogue.All.Select(measure => path.Replace("{key}", measure.Key, StringComparison.Ordinal));
        }

        if (path is "/data/{table}.csv" or "/data/{table}.parquet")
        {
            return ((string[])["commitments", "plans"]).Select(table => path.Replace("{table}", table, StringComparison.Ordinal));
        }

        var list = path[..path.IndexOf("/{", StringComparison.Ordinal)];
        if (Recorded.GetValueOrDefault(list) is { } recorded)
        {
            return [path.Replace(path[path.IndexOf('{')..(path.IndexOf('}') + 1)], recorded, StringComparison.Ordinal)];
        }

        var ids = (await App.AllAsync($"{list}?limit={(list.EndsWith("changes", StringComparison.Ordinal) ? 500 : 100)}"))
            .Take(40)
            .Select(record =>
                path switch
                {
                    "/api/v1/secretariats/{stateCode}" => record.GetProperty("state_id").GetString(),
                    "/api/v1/metrics/{year}" => record.GetProperty("edition").ToString(),
                    _ => record.GetProperty("id").GetString(),
                }
            );
        Assert.That(ids, Is.Not.Empty, $"{path}: there is a record to ask for");
        return ids.Select(id => path.Replace(path[path.IndexOf('{')..(path.IndexOf('}') + 1)], id, StringComparison.Ordinal));
    }
}
