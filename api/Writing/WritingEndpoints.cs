using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>The addresses of writes: the same four for every table that can be written, and one for several writes at once.</summary>
internal static class WritingEndpoints
{
    public static void AddWriting(this IServiceCollection services)
    {
        services.AddSingleton<WriteQuota>();
        services.AddSingleton<WriteTurns>();
        services.AddSingleton<WriteRequests>();
        services.ConfigureSwaggerGen(options => options.OperationFilter<DescribedWrites>());
    }

    public static void MapWriting(this RouteGroupBuilder api)
    {
        foreach (var editing in Editings.All)
        {
            var group = api.MapGroup(editing.Path).WithTags(editing.Tag);
            var record = $"/{{{editing.Parameter}}}";
            if (!editing.IsRead)
            {
                group.MapRecorded(record, editing);
            }

            if (editing.Creates is { } creates)
            {
                group.MapWrite("", HttpMethods.Post, editing, WriteAction.Create, creates);
            }

            group.MapWrite(record, HttpMethods.Patch, editing, WriteAction.Update, editing.Changes);
            if (editing.Withdraws is { } withdraws)
            {
                group.MapWrite(record, HttpMethods.Delete, editing, WriteAction.Withdraw, withdraws);
                group.MapWrite($"{record}/restore", HttpMethods.Post, editing, WriteAction.Restore, withdraws);
            }
        }

        api.MapPost(
                "/batch",
                (HttpContext context, WriteRequests requests, CancellationToken cancellationToken) =>
                    requests.AnswerBatchAsync(context, cancellationToken)
            )
            .Needs(Role.Contributor)
            .WithTags("Writing")
            .WithName("WriteBatch")
            .WithMetadata(new BatchMetadata());
    }

    private static void MapWrite(
        this RouteGroupBuilder group,
        string pattern,
        string method,
        Editing editing,
        WriteAction action,
        Role needed
    ) =>
        group
            .MapMethods(
                pattern,
                [method],
                (HttpContext context, WriteRequests requests, CancellationToken cancellationToken) =>
                    requests.AnswerAsync(
                        context,
                        editing,
                        action,
                        context.Request.RouteValues[editing.Parameter]?.ToString(),
                        cancellationToken
                    )
            )
            .Needs(needed)
            .WithName($"{action}{editing.Name}")
            .WithMetadata(new WriteMetadata(editing, action));

    /// <summary>Maps the address of one record that is read as it is written, since no other address shows it alone.</summary>
    private static void MapRecorded(this RouteGroupBuilder group, string pattern, Editing editing)
    {
        IReadOnlyList<string> properties = [.. editing.Described.Fields.Select(field => field.Name), "version", "updated_at", "links"];
        group
            .MapRead(
                pattern,
                async (HttpContext context, RecordRequest request, ReadSession session, CancellationToken cancellationToken) =>
                {
                    if (Formats.Choose(context, OfferedFormats.JsonOnly.All) is null)
                    {
                        return Problems.NotAcceptable(
                            "A single record comes as application/json.",
                            "Un registro viene como application/json."
                        );
                    }

                    var errors = new ParameterErrors();
                    var fields = QueryBinding.ReadRecord(context.Request, properties, [], session, errors);
                    if (errors.Any)
                    {
                        return Problems.Invalid(errors);
                    }

                    var given = context.Request.RouteValues[editing.Parameter]!.ToString()!;
                    var id = editing.IdOf(given);
                    if (await RecordedRepository.FindAsync(session, editing, id, cancellationToken) is { } recorded)
                    {
                        context.Features.Set(new AnsweredVersion(recorded.Version));
                        return new JsonAnswer(writer => recorded.Write(writer, context.Request, fields));
                    }

                    return await request.NotFoundAsync(
                        editing.Table,
                        id,
                        $"There is no {editing.Noun} '{RecordError.Shown(given)}'.",
                        $"No consta aquí «{RecordError.Shown(given)}».",
                        cancellationToken
                    );
                }
            )
            .WithName($"Get{editing.Name}")
            .WithSummary($"Gets {editing.ANoun}")
            .WithDescription($"{char.ToUpperInvariant(editing.ANoun[0])}{editing.ANoun[1..]} as it is recorded, by its id.")
            .WithMetadata(
                OfferedFormats.JsonOnly,
                new FieldsMetadata($"{editing.Name}Recorded", properties),
                new AsOfMetadata(),
                new RecordedMetadata(editing)
            )
            .Produces(StatusCodes.Status200OK, null, Format.Json.MediaType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status406NotAcceptable)
            .ProducesProblem(StatusCodes.Status410Gone);
    }
}

/// <summary>Says of a route that it writes: what, and to which table.</summary>
internal sealed record WriteMetadata(Editing Editing, WriteAction Action);

/// <summary>Says of a route that it makes several writes.</summary>
internal sealed record BatchMetadata;

/// <summary>Says of a route that it reads a record as it is written.</summary>
internal sealed record RecordedMetadata(Editing Editing);
