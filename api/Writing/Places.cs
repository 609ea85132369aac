using OpenGov.Api.Access;
using OpenGov.Api.Records;

namespace OpenGov.Api.Writing;

/// <summary>
/// Where a record belongs, and what it names: a record of a state names plans, commitments, sessions … of that state alone, so that nobody
/// binds a plan of another.
/// </summary>
internal static class Places
{
    /// <summary>The parts of the country to which those records belong that a record newly names.</summary>
    public static IEnumerable<string> NamedBy(
        Editing editing,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before
    ) => Named(editing, row, before).Select(named => named.Place);

    /// <summary>What a record newly names that belongs to another part of the country than itself.</summary>
    public static IEnumerable<RecordError> Elsewhere(
        Editing editing,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before
    )
    {
        if (row["id"] is not string || editing.ReachesBeyond(row))
        {
            yield break;
        }

        var own = editing.ScopesOf(row).Distinct().ToList();
        foreach (var (field, value, place) in Named(editing, row, before).Where(named => !(own.Count == 1 && own[0] == named.Place)))
        {
            var here = own.FirstOrDefault(scope => scope != place) ?? place;
            yield return new RecordError(
                ErrorCodes.Contradiction,
                $"{RecordError.Shown(value)} belongs to {place}, and this record to {here}: both must be of one place."
            )
            {
                Field = field,
                Value = RecordError.Shown(value),
                DetailEs = $"{RecordError.Shown(value)} es de {place}, y este registro de {here}: los dos deben ser del mismo lugar.",
            };
        }
    }

    /// <summary>What is said of a body or a plan of a state is of that state, unless it says of which it is.</summary>
    public static void FillState(Dictionary<string, object?> row, object? of)
    {
        if (row["state_id"] is null && of is string id && Scope.OfRecord(id) is var state and not Scope.National)
        {
            row["state_id"] = state;
        }
    }

    private static IEnumerable<(string Field, string Value, string Place)> Named(
        Editing editing,
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyDictionary<string, object?>? before
    )
    {
        foreach (
            var field in editing.Described.Fields.Where(field =>
                row[field.Name] is not null && !Equals(row[field.Name], before?[field.Name])
            )
        )
        {
            if (field.References is { Field: "id" } reference && Editings.Of(reference.Table).IsPlaced)
            {
                foreach (var id in Neighbours.ValuesOf(field, row[field.Name]!))
                {
                    yield return (field.Name, id, Scope.OfRecord(id));
                }
            }
            else if (field.Name == "municipality" && row[field.Name] is string code && IsMunicipality(code))
            {
                yield return (field.Name, code, StateOf(code)!);
            }
        }
    }

    /// <summary>Whether it is the code of a municipality of one of the states.</summary>
    public static bool IsMunicipality(string code) =>
        code.Length == 5 && StateOf(code) is not null && !code.EndsWith("000", StringComparison.Ordinal);

    /// <summary>A municipality's code begins with that of its state.</summary>
    private static string? StateOf(string municipality) => RecordId.StateOf(municipality[..2]);
}
