using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>What a widget shows, or the notice that says why it cannot; drawn as a document or as a picture.</summary>
internal sealed class WidgetReader(IEnumerable<IWidget> widgets, ReadSession session, RecordRequest records, DataVersion version)
{
    /// <summary>Whether a kind of widget is of a measure, and takes the filters of its rows.</summary>
    public bool IsOfMeasure(string kind) => widgets.Any(each => each.Kind == kind && each.Subject.IsMeasure);

    /// <summary>Reads what is asked for.</summary>
    /// <param name="request">The request with the parameters.</param>
    /// <param name="kind">The kind of widget.</param>
    /// <param name="id">What it is about; null when its address names nothing.</param>
    /// <param name="language">The language, where the address has it in its path; null for the parameter.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ReadWidget> ReadAsync(
        HttpRequest request,
        string kind,
        string? id,
        string? language,
        CancellationToken cancellationToken
    )
    {
        var all = widgets.ToList();
        var errors = new ParameterErrors();
        // A picture has its language in its path, and no room to say what it left out.
        var strict = language is null ? null : WidgetRequest.Strict.Picture;
        if (all.Find(each => each.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase)) is not { } asked)
        {
            var plain = WidgetRequest.Read(request, [.. request.Query.Keys], session, errors, language);
            return Not(plain, Notices.NoKind(plain, kind, all.Select(each => each.Kind)), StatusCodes.Status404NotFound);
        }

        // A measure refuses the filters that its rows do not have itself: other rows than those that were asked for mislead.
        IReadOnlyCollection<string> own = asked.Subject.IsMeasure ? [.. request.Query.Keys] : [];
        var widget = WidgetRequest.Read(request, own, session, errors, language, strict);
        var subject =
            id is null ? ""
            : asked.Subject.Named is { } table ? RecordId.Canonical(table, id)
            : id.ToLowerInvariant();
        if (errors.Any)
        {
            return Not(widget, Notices.Wrong(widget, errors), StatusCodes.Status400BadRequest);
        }

        if (
            asked.Subject.Table is null
            && widget.AsOf is { } day
            && await version.FirstDayAsync(cancellationToken) is { } first
            && day < first
        )
        {
            return Not(widget, Notices.Before(widget, first), StatusCodes.Status200OK);
        }

        var isAsked = subject.Length > 0 || asked.Subject.IsOptional;
        var isKnown = subject.Length == 0 || asked.Subject.Table != "states" || RecordId.StateOf(subject) is not null;
        var content = isAsked && isKnown ? await asked.ReadAsync(widget, subject, errors, cancellationToken) : null;
        if (errors.Any)
        {
            return Not(widget, Notices.Wrong(widget, errors), StatusCodes.Status400BadRequest);
        }

        if (content is not null)
        {
            return new ReadWidget(widget, content, StatusCodes.Status200OK, errors);
        }

        return
            asked.Subject.Table is { } withdrawnFrom
            && await records.WithdrawalAsync(withdrawnFrom, subject, cancellationToken) is { } withdrawal
            ? Not(widget, Notices.Withdrawn(widget, subject, withdrawal), StatusCodes.Status200OK) with
            {
                Withdrawal = withdrawal,
            }
            : Not(widget, Notices.NotFound(widget, asked, id ?? ""), StatusCodes.Status404NotFound);

        ReadWidget Not(WidgetRequest read, WidgetContent notice, int status) => new(read, notice, status, errors);
    }
}

/// <summary>What was read for a widget.</summary>
/// <param name="Widget">How it was asked for.</param>
/// <param name="Content">What it shows.</param>
/// <param name="Status">200; 404 where there is nothing of that name, 400 where the facts that are asked for cannot be.</param>
/// <param name="Errors">What cannot be, when it is 400.</param>
internal sealed record ReadWidget(WidgetRequest Widget, WidgetContent Content, int Status, ParameterErrors Errors)
{
    /// <summary>That its record was withdrawn, which is what it says; null where it was not.</summary>
    public Withdrawal? Withdrawal { get; init; }
}
