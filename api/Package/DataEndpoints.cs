using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>The bulk files: the data package of everything public, each table of it, all of it in one file, and its catalogue.</summary>
internal static class DataEndpoints
{
    public static void MapData(this IEndpointRouteBuilder app)
    {
        var data = app.MapGroup("/data").WithMetadata(new AnsweringMetadata(Answering.Streamed)).WithTags("Bulk data");
        data.MapFile("/datapackage.json", "GetDataPackage", "application/json")
            .WithSummary("Gets the descriptor of the data package")
            .WithDescription(
                "Tables, fields, types, constraints, keys, licence and sources of everything public, as a Frictionless Data "
                    + "Package (version 2)."
            );
        data.MapMade("/opengov.zip", "GetDataPackageZip", "application/zip")
            .WithSummary("Gets the whole data package")
            .WithDescription("The descriptor and every table in one zip file. It can be imported as it is. Takes ranges.");
        data.MapMade("/opengov.sqlite", "GetSqliteFile", Sqlite)
            .WithSummary("Gets the data as a SQLite file")
            .WithDescription(
                "The tables of the data package in one file that needs no import, `data_dictionary` with what each field means, and of each "
                    + "table a view in Spanish and in English (`commitments_es`, `commitments_en`), with the names of codes. Takes ranges."
            );
        data.MapMade("/{table}.parquet", "GetParquetTable", Format.Parquet.MediaType, TableAsync)
            .WithSummary("Gets a table of the data package as Parquet")
            .WithDescription("A table with all its rows and all its columns, each of its type; lists are joined by `|`. Takes ranges.");
        data.MapFile("/catalog.jsonld", "GetCatalog", "application/ld+json")
            .WithSummary("Gets the catalogue of the data")
            .WithDescription("The data set and its distributions as DCAT 3, in JSON-LD.");
        data.MapFile("/{table}.csv", "GetTable", "text/csv", TableAsync)
            .WithSummary("Gets a table of the data package")
            .WithDescription("A table as CSV: all its rows and all its columns, as the descriptor says.");
        data.MapRead("/{file}", AnswerAsync).ExcludeFromDescription();
    }

    private const string Sqlite = "application/vnd.sqlite3";

    /// <summary>A file that is made once, and takes ranges.</summary>
    private static RouteHandlerBuilder MapMade(
        this RouteGroupBuilder data,
        string pattern,
        string name,
        string mediaType,
        Delegate? handler = null
    ) =>
        data.MapFile(pattern, name, mediaType, handler)
            .WithMetadata(new AnsweringMetadata(Answering.Made))
            .Produces(StatusCodes.Status206PartialContent, contentType: mediaType)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status416RangeNotSatisfiable);

    private static RouteHandlerBuilder MapFile(
        this RouteGroupBuilder data,
        string pattern,
        string name,
        string mediaType,
        Delegate? handler = null
    ) =>
        data.MapRead(pattern, handler ?? AnswerAsync)
            .WithName(name)
            .WithMetadata(new AsOfMetadata())
            .Produces(StatusCodes.Status200OK, contentType: mediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <param name="table">Name of the table, for example `commitments`.</param>
    internal static Task<IResult> TableAsync(
        string table,
        HttpContext context,
        Exporter exporter,
        ReadSession session,
        CancellationToken cancellationToken
    ) => AnswerAsync(context, exporter, session, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        Exporter exporter,
        ReadSession session,
        CancellationToken cancellationToken
    )
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(context.Request, ["as_of"], errors);
        QueryBinding.ReadAsOf(context.Request, session, errors);
        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        var file = context.Request.Path.Value!.Split('/')[^1];
        return file switch
        {
            Exporter.Descriptor => new StreamResult(
                session,
                "application/json; charset=utf-8",
                body => Exporter.WriteDescriptorAsync(body, cancellationToken)
            ),
            "opengov.zip" => new MadeResult(
                session,
                "application/zip",
                file,
                async path =>
                {
                    await using var zip = new FileStream(path, OwnerOnly.Options(FileMode.CreateNew, FileShare.None));
                    await exporter.WriteZipAsync(zip, cancellationToken);
                }
            ),
            "opengov.sqlite" => new MadeResult(session, Sqlite, file, path => SqlitePackage.WriteAsync(exporter, path, cancellationToken)),
            _ when Parquet(file) is { } table => new MadeResult(
                session,
                Format.Parquet.MediaType,
                file,
                async path =>
                {
                    await using var parquet = new FileStream(path, OwnerOnly.Options(FileMode.CreateNew, FileShare.None));
                    await exporter.WriteParquetAsync(table, parquet, cancellationToken);
                }
            ),
            "catalog.jsonld" => new StreamResult(
                session,
                "application/ld+json; charset=utf-8",
                async body =>
                {
                    var changedAt = (await session.StateAsync(cancellationToken)).ChangedAt;
                    await JsonSerializer.SerializeAsync(body, Catalog(context.Request, changedAt), Json.Options, cancellationToken);
                }
            ),
            _ when Schema.Current.Tables.FirstOrDefault(table => table.Path.Equals(file, StringComparison.OrdinalIgnoreCase))
                    is { } table => new StreamResult(
                session,
                "text/csv; charset=utf-8",
                body => exporter.WriteTableAsync(table, body, cancellationToken),
                file
            ),
            _ => NotThere(file),
        };
    }

    /// <summary>Where the name of a file is none.</summary>
    private static ProblemHttpResult NotThere(string file)
    {
        var shown = ParameterErrors.Shown(file);
        var nearest = Suggestion.Nearest(
            file,
            [
                Exporter.Descriptor,
                "opengov.zip",
                "opengov.sqlite",
                "catalog.jsonld",
                .. Schema.Current.Tables.SelectMany(table => (string[])[table.Path, $"{table.Name}.parquet"]),
            ]
        );
        return Problems.NotFound(
            ParameterError.OfPath(
                "file",
                ErrorCodes.UnknownCode,
                file,
                nearest,
                $"There is no file '{shown}' under /data. /data/catalog.jsonld lists them.",
                $"No hay un archivo «{shown}» bajo /data. /data/catalog.jsonld los tiene todos."
            )
        );
    }

    /// <summary>The table whose Parquet file has that name.</summary>
    private static Table? Parquet(string file) =>
        Schema.Current.Tables.FirstOrDefault(table => $"{table.Name}.parquet".Equals(file, StringComparison.OrdinalIgnoreCase));

    /// <summary>The data set as DCAT 3.</summary>
    private static JsonObject Catalog(HttpRequest request, DateTimeOffset changedAt)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Schema.ShippedPackage, Exporter.Descriptor)));
        var root = package.RootElement;
        var address = PublicAddress.Of(request);

        // The data is none of the files in which it comes.
        var dataset = $"{address}/data/catalog.jsonld#dataset";
        JsonObject Language(string code) => new() { ["@id"] = $"http://publications.europa.eu/resource/authority/language/{code}" };
        JsonObject Text(string language, string property) =>
            new() { ["@language"] = language, ["@value"] = root.GetProperty(property).GetString() };
        JsonObject Distribution(string path, string mediaType, string title) =>
            new()
            {
                ["@id"] = $"{address}{path}",
                ["@type"] = "dcat:Distribution",
                ["dct:title"] = title,
                ["dcat:downloadURL"] = new JsonObject { ["@id"] = $"{address}{path}" },
                ["dcat:accessURL"] = new JsonObject { ["@id"] = $"{address}{path}" },
                ["dcat:mediaType"] = new JsonObject { ["@id"] = $"https://www.iana.org/assignments/media-types/{mediaType}" },
                ["dct:license"] = new JsonObject { ["@id"] = "https://creativecommons.org/licenses/by/4.0/" },
            };
        var distributions = new JsonArray(
            Distribution("/data/opengov.zip", "application/zip", "Data package (zip)"),
            Distribution("/data/opengov.sqlite", Sqlite, "SQLite file"),
            Distribution("/data/datapackage.json", "application/json", "Data package descriptor")
        );
        foreach (var table in Schema.Current.Tables)
        {
            distributions.Add(Distribution($"/data/{table.Path}", "text/csv", table.Name));
            distributions.Add(Distribution($"/data/{table.Name}.parquet", Format.Parquet.MediaType, $"{table.Name} (Parquet)"));
        }

        return new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#",
                ["dct"] = "http://purl.org/dc/terms/",
                ["foaf"] = "http://xmlns.com/foaf/0.1/",
                ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            },
            ["@id"] = $"{address}/data/catalog.jsonld",
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = "OpenGov",
            ["dct:publisher"] = new JsonObject
            {
                ["@type"] = "foaf:Organization",
                ["foaf:name"] = "OpenGov",
                ["foaf:homepage"] = new JsonObject { ["@id"] = address },
            },
            ["dcat:dataset"] = new JsonArray(
                new JsonObject
                {
                    ["@id"] = dataset,
                    ["@type"] = "dcat:Dataset",
                    ["dct:title"] = new JsonArray(Text("es", "title_es"), Text("en", "title")),
                    ["dct:description"] = new JsonArray(Text("es", "description_es"), Text("en", "description")),
                    ["dct:identifier"] = root.GetProperty("name").GetString(),
                    ["dct:issued"] = new JsonObject { ["@type"] = "xsd:dateTime", ["@value"] = root.GetProperty("created").GetString() },
                    ["dct:modified"] = new JsonObject { ["@type"] = "xsd:dateTime", ["@value"] = TypeHandlers.Format(changedAt) },
                    ["dct:language"] = new JsonArray(Language("SPA"), Language("ENG")),
                    ["dct:license"] = new JsonObject { ["@id"] = "https://creativecommons.org/licenses/by/4.0/" },
                    ["dct:spatial"] = new JsonObject { ["@id"] = "http://publications.europa.eu/resource/authority/country/MEX" },
                    ["dcat:keyword"] = new JsonArray([
                        .. root.GetProperty("keywords").EnumerateArray().Select(keyword => (JsonNode)keyword.GetString()!),
                    ]),
                    ["dcat:landingPage"] = new JsonObject { ["@id"] = address },
                    ["dcat:distribution"] = distributions,
                }
            ),
            ["dcat:service"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "dcat:DataService",
                    ["dct:title"] = "OpenGov API v1",
                    ["dcat:endpointURL"] = new JsonObject { ["@id"] = $"{address}/api/v1" },
                    ["dcat:servesDataset"] = new JsonObject { ["@id"] = dataset },
                    ["dcat:endpointDescription"] = new JsonObject { ["@id"] = $"{address}/openapi/v1.json" },
                }
            ),
        };
    }

    /// <summary>A file written as it is made.</summary>
    private sealed class StreamResult(ReadSession session, string contentType, Func<Stream, Task> write, string? name = null)
        : StreamedResult(session)
    {
        protected override void Describe(HttpContext context)
        {
            context.Response.ContentType = contentType;
            if (name is not null)
            {
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            }
        }

        protected override Task WriteAsync(HttpContext context) => write(context.Response.Body);
    }
}
