using System.Text.Json;
using OpenGov.Api.Changes;
using OpenGov.Api.Measures;
using OpenGov.Api.Pages;
using OpenGov.Api.Records;

namespace OpenGov.Api.Embedding;

/// <summary>Says what a change did, in the language of the reader, with codes by their names: of pages and of feeds alike.</summary>
internal sealed class ChangeWords(Labels labels)
{
    /// <summary>Each field with what it said before and says after; what was recorded or withdrawn is the whole record.</summary>
    public async Task<string> DifferencesAsync(WidgetRequest widget, Change change, CancellationToken cancellationToken)
    {
        if (change.Fields.Count == 0)
        {
            return widget.In(new Words("El registro entero", "The whole record"));
        }

        var all = new List<string>();
        foreach (var field in change.Fields)
        {
            var before = await ValueAsync(widget, change, change.Before, field, cancellationToken);
            var after = await ValueAsync(widget, change, change.After, field, cancellationToken);
            all.Add($"{Named(widget, change, field)}: {before} → {after}");
        }

        return string.Join("; ", all);
    }

    /// <summary>What kind of record did what, what of it changed, who made the change, and why.</summary>
    public async Task<string> SentenceAsync(WidgetRequest widget, Change change, CancellationToken cancellationToken)
    {
        var kind = CodeWords.Find("record_type", change.RecordType) is { } words ? widget.In(words) : change.RecordType;
        var did = change.Action switch
        {
            "created" => widget.In(new Words("que se registró", "that was recorded")),
            "withdrawn" => widget.In(new Words("que se retiró", "that was withdrawn")),
            _ => widget.In(new Words("que cambió", "that changed")),
        };
        var what = change.Fields.Count == 0 ? "" : $": {await DifferencesAsync(widget, change, cancellationToken)}";
        var why = change.Reason is { } reason ? $" {widget.In(new Words("Motivo", "Reason"))}: {widget.In(Reason(reason))}" : "";
        return $"{kind} {did}{what}. {widget.In(new Words("Quién lo cambió", "Who changed it"))}: {Who(widget, change)}.{why}";
    }

    /// <summary>Why, as it was given; of the data that comes with the product, in the language of the reader.</summary>
    public static Words Reason(string given) =>
        given == Actor.OfShipped.Reason ? new Words(Actor.ShippedEs, Actor.ShippedEn) : new Words(given, given);

    /// <summary>The organisation and the role of who made it.</summary>
    public static string Who(WidgetRequest widget, Change change)
    {
        var role = CodeWords.Find("actor_role", change.ActorRole) is { } words ? widget.In(words) : change.ActorRole;
        return change.ActorOrganization is { } organization ? $"{organization} ({role})" : role;
    }

    /// <summary>The page that shows the record, or what it hangs on; null where none does.</summary>
    public static string? PageOf(Change change) =>
        change.RecordType is "practices" or "timeline" ? $"/{change.RecordType}#{change.RecordId}"
        : RecordAddresses.PageOf(change.RecordType, change.RecordId) is { } page ? page
        : RecordAddresses.Of(change.RecordType, change.RecordId) is { } address
        && (Begins(address, "/states/") || Begins(address, "/plans/") || Begins(address, "/commitments/"))
            ? address
        : null;

    private static bool Begins(string address, string with) => address.StartsWith(with, StringComparison.Ordinal);

    private static string Named(WidgetRequest widget, Change change, string field) =>
        KeyWords.OfFilter(field) is { } words ? widget.In(words)
        : widget.Language == "en" && FieldOf(change, field)?.Title is { } title ? title
        : field;

    private static Field? FieldOf(Change change, string field) => Schema.Current.Find(change.RecordType)?.ByName.GetValueOrDefault(field);

    private async Task<string> ValueAsync(
        WidgetRequest widget,
        Change change,
        IReadOnlyDictionary<string, JsonElement>? values,
        string field,
        CancellationToken cancellationToken
    )
    {
        var value = values?.GetValueOrDefault(field) ?? default;
        if (value.ValueKind == JsonValueKind.Array)
        {
            var said = new List<string>();
            foreach (var one in value.EnumerateArray())
            {
                said.Add(await OneAsync(widget, change, one, field, cancellationToken));
            }

            return said.Count == 0 ? Empty(widget) : string.Join(", ", said);
        }

        return await OneAsync(widget, change, value, field, cancellationToken);
    }

    private async Task<string> OneAsync(
        WidgetRequest widget,
        Change change,
        JsonElement value,
        string field,
        CancellationToken cancellationToken
    ) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => Empty(widget),
            JsonValueKind.True => widget.In(Said.Yes),
            JsonValueKind.False => widget.In(Said.No),
            _ when FieldOf(change, field)?.Vocabulary is { } vocabulary => await labels.OfAsync(
                widget,
                vocabulary,
                value.ToString(),
                cancellationToken
            ),
            _ => PageDescription.Cut(value.ToString())!,
        };

    private static string Empty(WidgetRequest widget) => widget.In(new Words("vacío", "empty"));
}
