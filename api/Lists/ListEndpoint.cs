using System.Reflection;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Lists;

/// <summary>What every list of the API is: strict parameters, an envelope with the exact total, every row in other formats.</summary>
internal static class ListEndpoint
{
    /// <summary>Maps a list at a pattern of the group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="pattern">Where in the group.</param>
    /// <param name="list">The list, for the description of its parameters.</param>
    /// <param name="name">Id of the operation.</param>
    /// <param name="more">Formats that only this list has.</param>
    public static RouteHandlerBuilder MapList<TRepository, TRecord>(
        this RouteGroupBuilder group,
        string pattern,
        ListSql list,
        string name,
        params ListWriter<TRecord>[] more
    )
        where TRepository : class, IListRepository<TRecord>
        where TRecord : ListItem => group.MapList<TRepository, TRecord, ListEnvelope<TRecord>>(pattern, list, name, more);

    /// <summary>The same for a list whose envelope says more than every list does.</summary>
    /// <param name="group">The group.</param>
    /// <param name="pattern">Where in the group.</param>
    /// <param name="list">The list, for the description of its parameters.</param>
    /// <param name="name">Id of the operation.</param>
    /// <param name="more">Formats that only this list has.</param>
    public static RouteHandlerBuilder MapList<TRepository, TRecord, TEnvelope>(
        this RouteGroupBuilder group,
        string pattern,
        ListSql list,
        string name,
        params ListWriter<TRecord>[] more
    )
        where TRepository : class, IListRepository<TRecord>
        where TRecord : ListItem
        where TEnvelope : ListEnvelope<TRecord>
    {
        ListWriter<TRecord>[] writers =
        [
            new CsvListWriter<TRecord>(),
            new NdJsonListWriter<TRecord>(),
            new XlsxListWriter<TRecord>(),
            new ParquetListWriter<TRecord>(),
            .. more,
        ];
        var offered = new OfferedFormats([Format.Json, .. writers.Select(writer => writer.Format)]);
        return group
            .MapRead(
                pattern,
                (
                    HttpContext context,
                    TRepository repository,
                    ReadSession session,
                    RecordFinisher finisher,
                    IFacets facets,
                    CancellationToken cancellationToken
                ) => AnswerAsync(context, offered.All, writers, repository, session, finisher, facets, cancellationToken)
            )
            .WithName(name)
            .WithMetadata(offered)
            .WithMetadata(
                new ListMetadata(list, typeof(TRecord).Name, [.. Shape<TRecord>.Properties.Select(property => property.Name)])
                {
                    Includes = IncludeBinding.Names(Shape<TRecord>.OnRequest),
                    OfFormats = [.. writers.SelectMany(writer => writer.Parameters).DistinctBy(parameter => parameter.Name)],
                },
                new AsOfMetadata()
            )
            .Produces<TEnvelope>(StatusCodes.Status200OK, Format.Json.MediaType, [.. writers.Select(writer => writer.Format.MediaType)])
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status406NotAcceptable);
    }

    /// <summary>Maps a handler for GET and HEAD.</summary>
    public static RouteHandlerBuilder MapRead(this RouteGroupBuilder group, string pattern, Delegate handler) =>
        group.MapMethods(pattern, ReadMethods.All, handler);

    private static async Task<IResult> AnswerAsync<TRecord>(
        HttpContext context,
        IReadOnlyList<Format> offered,
        ListWriter<TRecord>[] writers,
        IListRepository<TRecord> repository,
        ReadSession session,
        RecordFinisher finisher,
        IFacets facets,
        CancellationToken cancellationToken
    )
        where TRecord : ListItem
    {
        if (Formats.Choose(context, offered) is not { } format)
        {
            var (types, suffixes) = (offered.Select(format => format.MediaType), offered.Select(format => $".{format.Suffix}"));
            return Problems.NotAcceptable(
                $"This list comes as {string.Join(", ", types)}, or with the suffix {string.Join(", ", suffixes)}.",
                $"Esta lista viene como {string.Join(", ", types)}, o con el sufijo {string.Join(", ", suffixes)}."
            );
        }

        var errors = new ParameterErrors();
        var properties = Shape<TRecord>.Properties.Select(property => property.Name).ToList();
        var includes = IncludeBinding.Names(Shape<TRecord>.OnRequest);
        var request = await QueryBinding.ReadListAsync(
            context.Request,
            repository.List,
            properties,
            [
                .. repository.List.Keys.Count > 0 ? [FacetBinding.Parameter] : Array.Empty<string>(),
                .. includes.Count > 0 ? [IncludeBinding.Parameter] : Array.Empty<string>(),
            ],
            session,
            errors,
            cancellationToken,
            [.. writers.SelectMany(writer => writer.Parameters).DistinctBy(parameter => parameter.Name)]
        );
        var included = IncludeBinding.Read(context.Request, includes, errors);
        var inRow = writers.SingleOrDefault(writer => writer.Format == format);
        CheckFields(IncludeBinding.Parameter, included, inRow, errors);
        CheckFields("fields", request.Fields, inRow, errors);
        if (!errors.Any)
        {
            await repository.CheckAsync(request, errors, cancellationToken);
        }

        request = request.With(included, Shape<TRecord>.OnRequest) with
        {
            Facets = FacetBinding.Read(context.Request, repository.List, format, errors),
        };
        CheckBom(context.Request, format, errors);
        CheckParameters(context.Request, format, writers, errors);
        if (format != Format.Json && context.Request.Query.Given("cursor").Count > 0)
        {
            // It would begin anew with every page.
            errors.Add(
                "cursor",
                ParameterCodes.NotInThisFormat,
                $"A .{format.Suffix} has all rows at once, so it is never continued. Leave cursor out, or ask for .json.",
                spanish: $"Un .{format.Suffix} tiene todas las filas de una vez, y nunca se continúa. Quite cursor, o pida .json."
            );
        }

        if (errors.Any)
        {
            return Problems.Invalid(errors);
        }

        Alternates(context, format, offered);
        return format == Format.Json
            ? await PageAsync(context, repository, request, session, finisher, facets, cancellationToken)
            : new ExportResult<TRecord>(repository, request, inRow!, finisher, session);
    }

    public static void CheckBom(HttpRequest request, Format format, ParameterErrors errors)
    {
        var given = QueryBinding.One(request, "bom", errors);
        if (given is not (null or "true" or "false"))
        {
            errors.Add(
                "bom",
                ErrorCodes.NotABoolean,
                $"'{ParameterErrors.Shown(given)}' is not a value of bom. It takes true or false.",
                given,
                ["true", "false"]
            );
        }
        else if (given is not null && format != Format.Csv)
        {
            errors.Add(
                "bom",
                ParameterCodes.NotInThisFormat,
                "A byte-order mark is for CSV only. Ask for .csv, or leave bom out.",
                spanish: "La marca de orden de bytes es solo para CSV. Pida .csv, o quite bom."
            );
        }
    }

    /// <summary>What only some formats take is refused in the others, where it would change nothing.</summary>
    private static void CheckParameters<TRecord>(HttpRequest request, Format format, ListWriter<TRecord>[] writers, ParameterErrors errors)
        where TRecord : ListItem
    {
        foreach (
            var of in writers
                .SelectMany(writer => writer.Parameters, (writer, parameter) => (writer, parameter.Name))
                .GroupBy(each => each.Name)
        )
        {
            var formats = of.Select(each => each.writer.Format).ToList();
            if (!formats.Contains(format) && request.Query.Given(of.Key).Count > 0)
            {
                var suffixes = string.Join(", ", formats.Select(one => $".{one.Suffix}"));
                errors.Add(
                    of.Key,
                    ParameterCodes.NotInThisFormat,
                    $"'{of.Key}' is for {suffixes} only. Ask for one of these, or leave it out.",
                    spanish: $"«{of.Key}» es solo para {suffixes}. Pida uno de estos, o quítelo."
                );
            }
        }
    }

    /// <summary>A column that a format cannot have is asked for in vain: the reader is told where it is.</summary>
    private static void CheckFields<TRecord>(
        string parameter,
        IReadOnlyList<string>? fields,
        ListWriter<TRecord>? writer,
        ParameterErrors errors
    )
        where TRecord : ListItem
    {
        if (fields is null or { Count: 0 } || writer is null)
        {
            return;
        }

        var suffix = writer.Format.Suffix;
        if (writer.Holds.Count == 0)
        {
            errors.Add(
                parameter,
                ParameterCodes.NotInThisFormat,
                $"What stands in .{suffix} is fixed. Leave {parameter} out, or ask for .json, .ndjson or .csv.",
                spanish: $"Lo que lleva un .{suffix} es fijo. Quite {parameter}, o pida .json, .ndjson o .csv."
            );
            return;
        }

        var record = typeof(TRecord).GetCustomAttribute<DescribedByAttribute>()?.Table;
        foreach (
            var property in Shape<TRecord>.Properties.Where(property => fields.Contains(property.Name) && !writer.Holds.Contains(property))
        )
        {
            var (where, donde) =
                property.Table is { } own ? ($" /data/{own}.csv has them as a table.", $" /data/{own}.csv los tiene como tabla.")
                : record is not null
                    ? (
                        $" The ids that they are made of are in /data/{record}.csv.",
                        $" Los ids de que se hacen están en /data/{record}.csv."
                    )
                : ("", "");
            errors.Add(
                parameter,
                ParameterCodes.NotInThisFormat,
                $"'{property.Name}' cannot be a column of .{suffix}.{where} .json and .ndjson have it whole.",
                property.Name,
                spanish: $"«{property.Name}» no puede ser una columna de .{suffix}.{donde} .json y .ndjson lo tienen completo."
            );
        }
    }

    private static async Task<IResult> PageAsync<TRecord>(
        HttpContext context,
        IListRepository<TRecord> repository,
        ListRequest request,
        ReadSession session,
        RecordFinisher finisher,
        IFacets facets,
        CancellationToken cancellationToken
    )
        where TRecord : ListItem
    {
        var kept =
            request.Included.Count == 0
                ? await KeptList<TRecord>.FindAsync(repository, session, finisher, context.Request, cancellationToken)
                : null;
        Page<TRecord> page;
        if (kept is not null)
        {
            page = (await session.IdsAsync(repository.List, request, cancellationToken)).Select(id => kept[id].Record);
        }
        else
        {
            page = await repository.ListAsync(request, cancellationToken);
            await finisher.FinishAsync(page.Items, cancellationToken);
        }

        string? next = null;
        if (await Paging.NextAsync(context.Request, request, page, session, cancellationToken) is { } cursor)
        {
            next = Address(context.Request, cursor);
            context.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
        }

        var beside = await repository.BesideAsync(request, page.Total, cancellationToken);
        if (request.Facets.Count > 0)
        {
            var counted = await facets.CountAsync(context.Request, repository.List, request.Facets, request.Values, cancellationToken);
            beside = [.. beside, (FacetBinding.Parameter, counted)];
        }

        context.Response.Headers.Append("Link", $"<{Address(context.Request, null)}>; rel=\"first\"");
        return new JsonAnswer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (var item in page.Items)
            {
                if (kept is not null && request.Fields is null)
                {
                    writer.WriteRawValue(kept[item.Id].Json, skipInputValidation: true);
                }
                else
                {
                    Shape<TRecord>.Write(writer, item, request.Fields);
                }
            }

            writer.WriteEndArray();
            writer.WriteNumber("total", page.Total);
            writer.WriteNumber("returned", page.Items.Count);
            writer.WriteNumber("limit", request.Limit);
            writer.WriteString("next", next);
            foreach (var (name, value) in beside)
            {
                writer.WritePropertyName(name);
                TableResult.WriteValue(writer, value);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>This address with another cursor, or with none.</summary>
    private static string Address(HttpRequest request, string? cursor) =>
        $"{PublicAddress.Of(request)}{request.Path}{request.Query.With(("cursor", cursor))}";

    private static void Alternates(HttpContext context, Format chosen, IReadOnlyList<Format> offered)
    {
        var request = context.Request;
        var kept = QueryString.Create(
            request
                .Query.Where(pair => pair.Key is not ("cursor" or "limit" or "bom"))
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
        );
        foreach (var format in offered.Where(format => format != chosen))
        {
            context.Response.Headers.Append(
                "Link",
                $"<{PublicAddress.Of(request)}{request.Path}.{format.Suffix}{kept}>; rel=\"alternate\"; type=\"{format.MediaType}\""
            );
        }

        context.Response.Headers.Append("Link", $"<{PublicAddress.Of(request)}/openapi/v1.json>; rel=\"describedby\"");
    }
}
