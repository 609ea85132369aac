using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace OpenGov.Api.Http;

/// <summary>Describes the parameters that the strict binding reads.</summary>
internal sealed class DescribedParameters : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (
            var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => string.IsNullOrEmpty(parameter.Description))
        )
        {
            parameter.Description = "Id of the record, in any case.";
        }

        if (metadata.OfType<GroupByMetadata>().FirstOrDefault() is { } group)
        {
            var description = $"By what to count: one or two of {string.Join(", ", group.Keys)}.";
            operation.Parameters.Add(
                List(group.Parameter, description, group.Keys, required: group.IsRequired, most: QueryBinding.MostGroupKeys)
            );
        }

        if (metadata.OfType<ListMetadata>().FirstOrDefault() is { } list)
        {
            AddFilters(operation, list.List.Filters);
            var keys = list.List.Sorts.Select(key => key.Name).ToList();
            var order =
                "Sort keys, the first first; `-` before a key for the greatest first; null comes last. "
                + $"One or more of {string.Join(", ", keys)}. Default `{list.List.DefaultSort}`. The id always decides last.";
            operation.Parameters.Add(List("sort", order, null, most: QueryBinding.MostSortKeys));
            operation.Parameters.Add(List("fields", "Only these properties.", list.Properties));
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
            AddFilters(operation, filtered.Filters);
        }

        if (metadata.OfType<BomMetadata>().Any())
        {
            operation.Parameters.Add(Bom());
        }

        if (metadata.OfType<FieldsMetadata>().FirstOrDefault() is { } record)
        {
            operation.Parameters.Add(List("fields", "Only these properties.", record.Properties));
        }

        if (metadata.OfType<AsOfMetadata>().Any())
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

    private static void AddFilters(OpenApiOperation operation, IReadOnlyList<Filter> filters)
    {
        foreach (var filter in filters)
        {
            var vocabulary = filter switch
            {
                CodeFilter code => code.Vocabulary,
                ConditionFilter condition => condition.Vocabulary,
                _ => null,
            };
            var description = vocabulary is null
                ? filter.Description
                : $"{filter.Description} `no_data` asks for those where it is null.\n\n{OpenApi.Meanings(Vocabulary.Terms(vocabulary))}";
            operation.Parameters!.Add(
                filter.TakesSeveral
                    ? List(filter.Name, description, filter.Codes, filter.ValueType, filter.ValueFormat)
                    : One(
                        filter.Name,
                        description,
                        new OpenApiSchema { Type = JsonSchemaType.String, Format = filter.ValueFormat },
                        filter.IsRequired
                    )
            );
        }
    }

    private static OpenApiParameter List(
        string name,
        string description,
        IReadOnlyList<string>? codes,
        string type = "string",
        string? format = null,
        bool required = false,
        int most = QueryBinding.MostValues
    ) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Required = required,
            Style = ParameterStyle.Form,
            Explode = false,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                MaxItems = most,
                Items = new OpenApiSchema
                {
                    Type = type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
                    Format = format,
                    Enum = codes is null ? null : [.. codes.Select(code => (JsonNode)JsonValue.Create(code))],
                },
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
