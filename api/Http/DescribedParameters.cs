using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>Describes the parameters that the strict binding reads.</summary>
internal sealed class DescribedParameters : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var schemas = context.SchemaRepository;
        operation.Parameters ??= [];
        foreach (
            var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => string.IsNullOrEmpty(parameter.Description))
        )
        {
            parameter.Description = "Id of the record, in any case.";
        }

        if (metadata.OfType<GroupByMetadata>().FirstOrDefault() is { } group)
        {
            var keys = DescribedCodes.Of($"{group.Of}_group_key", group.Keys, $"A key by which {group.Of}s are counted.", schemas);
            operation.Parameters.Add(
                List(
                    group.Parameter,
                    "By what to count: one or two keys.",
                    keys,
                    required: group.IsRequired,
                    most: QueryBinding.MostGroupKeys
                )
            );
        }

        if (metadata.OfType<ListMetadata>().FirstOrDefault() is { } list)
        {
            AddFilters(operation, list.List.Filters, schemas);
            AddFilters(operation, list.OfFormats, schemas);
            var keys = list.List.Sorts.Select(key => key.Name).ToList();
            var order =
                "Sort keys, the first first; `-` before a key for the greatest first; null comes last. "
                + $"One or more of {string.Join(", ", keys)}. Default `{list.List.DefaultSort}`"
                + (list.List.DefaultSortWith is var (filter, sort) ? $", with `{filter}` `{sort}`" : "")
                + ". The id always decides last.";
            operation.Parameters.Add(List("sort", order, Text(), most: QueryBinding.MostSortKeys));
            operation.Parameters.Add(Fields(list.Record, list.Properties, schemas));
            AddIncludes(
                operation,
                list.Includes,
                "Records that hang on each record, in it, in .json and .ndjson: each name costs one statement more for every hundred records. "
                    + "A name in `fields` is included, too. `sources` are always there.",
                schemas
            );
            if (list.List.Keys.Count > 0)
            {
                var facets = DescribedCodes.Of(
                    $"{list.Record}_facet",
                    [.. list.List.Keys.Keys],
                    $"A key by whose values {list.Record}s are counted.",
                    schemas
                );
                operation.Parameters.Add(
                    List(
                        FacetBinding.Parameter,
                        "JSON only: counts all the rows that match by the values of each of these, beside the page.",
                        facets,
                        most: FacetBinding.Most
                    )
                );
            }

            var rows = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = "500",
                Default = 50,
            };
            operation.Parameters.Add(One("limit", "How many records a page has.", rows));
            operation.Parameters.Add(
                One("cursor", "Where the page starts: taken from `next`, opaque.", new OpenApiSchema { Type = JsonSchemaType.String })
            );
            operation.Parameters.Add(Bom());
        }

        if (metadata.OfType<FilterMetadata>().FirstOrDefault() is { } filtered)
        {
            AddFilters(operation, filtered.Filters, schemas);
        }

        if (metadata.OfType<BomMetadata>().Any())
        {
            operation.Parameters.Add(Bom());
        }

        if (metadata.OfType<FieldsMetadata>().FirstOrDefault() is { } record)
        {
            operation.Parameters.Add(Fields(record.Record, record.Properties, schemas));
            AddIncludes(operation, record.Includes, "As in the list; a record on its own address has all of them anyway.", schemas);
        }

        if (metadata.OfType<AsOfMetadata>().Any() && !AnsweringMetadata.IsPersonal(new EndpointMetadataCollection(metadata)))
        {
            const string Day =
                "The public data as recorded at the end of this day (UTC). An edit today never changes what an earlier day answers.";
            operation.Parameters.Add(One("as_of", Day, new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }));
        }
    }

    private static OpenApiParameter Bom() =>
        One(
            "bom",
            "CSV only: begin with a byte-order mark, for spreadsheets that need it.",
            new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }
        );

    private static OpenApiParameter Fields(string record, IReadOnlyList<string> properties, SchemaRepository schemas) =>
        List("fields", "Only these properties.", DescribedCodes.Of($"{record}_field", properties, $"A property of {record}.", schemas));

    private static void AddIncludes(OpenApiOperation operation, IReadOnlyList<string> names, string description, SchemaRepository schemas)
    {
        if (names.Count > 0)
        {
            var codes = DescribedCodes.Of("included", names, "What can be included in a record.", schemas);
            operation.Parameters!.Add(List(IncludeBinding.Parameter, description, codes));
        }
    }

    private static void AddFilters(OpenApiOperation operation, IReadOnlyList<Filter> filters, SchemaRepository schemas)
    {
        foreach (var filter in filters)
        {
            operation.Parameters!.Add(
                filter.TakesSeveral
                    ? List(filter.Name, filter.Told, DescribedCodes.OfFilter(filter, schemas) ?? (IOpenApiSchema)Value(filter))
                    : One(filter.Name, filter.Told, Value(filter), filter.IsRequired)
            );
        }
    }

    private static OpenApiSchema Value(Filter filter) =>
        new()
        {
            Type = filter.ValueType switch
            {
                "integer" => JsonSchemaType.Integer,
                "number" => JsonSchemaType.Number,
                _ => JsonSchemaType.String,
            },
            Format = filter.ValueFormat,
        };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    /// <summary>A parameter with several values: it may be repeated, as most clients do, or hold them behind commas.</summary>
    private static OpenApiParameter List(
        string name,
        string description,
        IOpenApiSchema value,
        bool required = false,
        int most = QueryBinding.MostValues
    ) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Required = required,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                MaxItems = most,
                Items = value,
            },
        };

    private static OpenApiParameter One(string name, string description, OpenApiSchema schema, bool required = false) =>
        new()
        {
            Required = required,
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = schema,
        };
}
