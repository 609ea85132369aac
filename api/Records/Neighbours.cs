using System.Data.Common;
using System.Globalization;
using Dapper;
using OpenGov.Api.Database;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Records;

/// <summary>
/// What is true of a record among the others, asked within the change that writes it: those that it names exist, what is
/// its own no other has, nothing is part of itself, and what is withdrawn is named by nobody.
/// </summary>
internal sealed class Neighbours(Dialect dialect, DbConnection connection, DbTransaction transaction)
{
    private const int IdsInAQuery = 500;

    /// <summary>Records before, and after, one that does not exist, among which the nearest is looked for.</summary>
    private const int Near = 50;

    private static readonly ILookup<string, (Table Table, Field Field)> NamedIn = Schema
        .Current.Tables.SelectMany(
            table => table.Fields.Where(field => field.References is not null),
            (table, field) => (Table: table, Field: field)
        )
        .ToLookup(named => named.Field.References!.Table);

    private static readonly HashSet<Reference> Named = [.. NamedIn.SelectMany(of => of).Select(named => named.Field.References!)];

    private readonly HashSet<(Reference Reference, string Value)> known = [];
    private readonly Dictionary<(Table Table, IReadOnlyList<string> Key), HashSet<string>> unique = [];
    private readonly HashSet<Table> reflexive = [];

    /// <summary>Which of some values no record has that the reference could mean.</summary>
    public async Task<IReadOnlySet<string>> MissingAsync(
        Reference reference,
        IEnumerable<string> values,
        CancellationToken cancellationToken
    )
    {
        var missing = values.Where(value => !known.Contains((reference, value))).ToHashSet();
        var isWhole = Schema.Current[reference.Table].ByName[reference.Field].Type == "integer";
        foreach (var some in missing.ToList().Chunk(IdsInAQuery))
        {
            var arguments = new DynamicParameters();
            for (var i = 0; i < some.Length; i++)
            {
                arguments.Add($"v{i}", isWhole ? long.Parse(some[i], CultureInfo.InvariantCulture) : (object)some[i]);
            }

            var command = new CommandDefinition(
                NeighbourSql.Among(reference, some.Length),
                arguments,
                transaction,
                cancellationToken: cancellationToken
            );
            var found = isWhole
                ? (await connection.QueryAsync<long>(command)).Select(number => number.ToString(CultureInfo.InvariantCulture))
                : await connection.QueryAsync<string>(command);
            foreach (var value in found)
            {
                missing.Remove(value);
                known.Add((reference, value));
            }
        }

        return missing;
    }

    /// <summary>What a record that is about to be written says of records that do not exist.</summary>
    /// <param name="record">The record.</param>
    /// <param name="changed">Fields that it did not have so before; null for all.</param>
    /// <param name="cancellationToken">Stops the questions.</param>
    public async Task<IReadOnlyList<RecordError>> ErrorsAsync(
        CheckedRecord record,
        IReadOnlyCollection<string>? changed,
        CancellationToken cancellationToken
    )
    {
        // What one record has of another's is looked at when all is written.
        foreach (var key in record.Table.UniqueKeys.Where(key => key.Any(name => changed?.Contains(name) != false)))
        {
            var ids = unique.TryGetValue((record.Table, key), out var written) ? written : unique[(record.Table, key)] = [];
            ids.Add(record.Id);
        }

        var errors = new List<RecordError>();
        foreach (
            var field in record.Table.Fields.Where(field => record.Values[field.Name] is not null && changed?.Contains(field.Name) != false)
        )
        {
            // What names its own table is looked at when all is written.
            if (field.References is not { } reference)
            {
                continue;
            }

            if (reference.Table == record.Table.Name)
            {
                reflexive.Add(record.Table);
                continue;
            }

            foreach (var value in await MissingAsync(reference, ValuesOf(field, record.Values[field.Name]!), cancellationToken))
            {
                errors.Add(await UnknownAsync(field, value, cancellationToken));
            }
        }

        return errors;
    }

    /// <summary>Takes note of a record that is there now, so that nobody asks for it.</summary>
    public void Note(CheckedRecord record)
    {
        known.UnionWith(NamesOf(record.Table, record.Values));
    }

    /// <summary>Who still names a record that is about to be withdrawn; null when nobody does.</summary>
    public async Task<RecordError?> NamedByAsync(
        Table table,
        string id,
        IReadOnlyDictionary<string, object?> row,
        CancellationToken cancellationToken
    )
    {
        foreach (var (by, field) in NamedIn[table.Name])
        {
            var value = row[field.References!.Field];
            var named = await connection.QueryFirstOrDefaultAsync<string>(
                new CommandDefinition(
                    NeighbourSql.NamedBy(by, field),
                    new { Value = field.IsList ? Where.Literal((string)value!) : value, Id = id },
                    transaction,
                    cancellationToken: cancellationToken
                )
            );
            if (named is not null)
            {
                var detail = $"{id} cannot be withdrawn: {named} in {by.Name} names it in {field.Name}. Withdraw or change that first.";
                return new RecordError(ErrorCodes.StillNamed, detail)
                {
                    RecordType = table.Name,
                    RecordId = id,
                    Field = "id",
                    Value = id,
                    Nearest = named,
                    DetailEs = $"{id} no se puede retirar: {named}, en {by.Name}, lo nombra en {field.Name}. Retire o cambie antes ese.",
                };
            }
        }

        known.ExceptWith(NamesOf(table, row));
        return null;
    }

    /// <summary>What is wrong between records once all of a change is written: a value that two have, a circle.</summary>
    public async Task<IReadOnlyList<RecordError>> ErrorsOfAllAsync(CancellationToken cancellationToken)
    {
        var errors = new List<RecordError>();
        foreach (var ((table, key), written) in unique)
        {
            errors.AddRange(await TwiceAsync(table, key, written, cancellationToken));
        }

        foreach (var table in reflexive)
        {
            errors.AddRange(await CirclesAsync(table, cancellationToken));
        }

        return errors;
    }

    /// <summary>The error of naming a record that does not exist, with the one that was probably meant.</summary>
    public async Task<RecordError> UnknownAsync(Field field, string value, CancellationToken cancellationToken)
    {
        var near =
            Schema.Current[field.References!.Table].ByName[field.References.Field].Type == "integer" || value.Length > 80
                ? []
                : (IReadOnlyList<string>)
                    [
                        .. await AskAsync<string>(NeighbourSql.Before(field.References!, dialect), value, cancellationToken),
                        .. await AskAsync<string>(NeighbourSql.After(field.References!, dialect), value, cancellationToken),
                    ];
        return Unknown(field, value, near);
    }

    /// <inheritdoc cref="UnknownAsync" />
    internal static RecordError Unknown(Field field, string value, IEnumerable<string> candidates)
    {
        var nearest = Suggestion.Nearest(value, candidates);
        return new RecordError(
            ErrorCodes.UnknownRecord,
            $"{RecordError.Shown(value)} is not in {field.References!.Table}.{Suggestion.Sentence(nearest)}"
        )
        {
            Field = field.Name,
            Value = RecordError.Shown(value),
            Nearest = nearest,
        };
    }

    /// <summary>The values by which a field names records.</summary>
    internal static IReadOnlyList<string> ValuesOf(Field field, object value) =>
        field.IsList ? ((string)value).Split('|') : [Convert.ToString(value, CultureInfo.InvariantCulture)!];

    /// <summary>Whether records name others by this field of theirs.</summary>
    internal static bool IsNamed(Reference reference) => Named.Contains(reference);

    /// <summary>What others may name a record by.</summary>
    private static IEnumerable<(Reference Reference, string Value)> NamesOf(Table table, IReadOnlyDictionary<string, object?> row) =>
        from field in table.Fields
        let reference = new Reference(table.Name, field.Name)
        where row[field.Name] is not null && Named.Contains(reference)
        select (reference, Convert.ToString(row[field.Name], CultureInfo.InvariantCulture)!);

    /// <summary>The error of a record that has what another has already.</summary>
    internal static RecordError Twice(IReadOnlyList<string> key, IReadOnlyList<string> values, string other)
    {
        var value = RecordError.Shown(string.Join(", ", values));
        var detail =
            key.Count == 1
                ? $"{value} is {key[0]} of {other} already; it must be unique."
                : $"{other} is of {string.Join(", ", key)} {value} already; one record has them together.";
        return new RecordError(ErrorCodes.Duplicate, detail)
        {
            Field = key[^1],
            Value = value,
            Nearest = other,
        };
    }

    private async Task<IEnumerable<RecordError>> TwiceAsync(
        Table table,
        IReadOnlyList<string> key,
        HashSet<string> written,
        CancellationToken cancellationToken
    )
    {
        var found = await AskAsync<dynamic>(NeighbourSql.Twice(table, key, dialect), "", cancellationToken);
        return found
            .Cast<IDictionary<string, object?>>()
            .Select(twice =>
            {
                // At fault is the one that this change wrote; when it wrote both, the later.
                var (first, last) = ((string)twice["first_id"]!, (string)twice["last_id"]!);
                var (at, other) = written.Contains(last) ? (last, first) : (first, last);
                var values = key.Select(name => Convert.ToString(twice[name], CultureInfo.InvariantCulture)!).ToList();
                return Twice(key, values, other) with { RecordType = table.Name, RecordId = at };
            });
    }

    private async Task<IEnumerable<RecordError>> CirclesAsync(Table table, CancellationToken cancellationToken)
    {
        var fields = Ancestry.FieldsOf(table);
        var found = await AskAsync<dynamic>(NeighbourSql.Named(table, fields), "", cancellationToken);
        var rows = found
            .Cast<IDictionary<string, object?>>()
            .Select(row => (Id: (string)row["id"]!, Named: Ancestry.NamedBy(fields, new Dictionary<string, object?>(row))))
            .ToList();
        var ids = rows.Select(row => row.Id).ToHashSet();
        var unknown = rows.SelectMany(row => row.Named, (row, named) => (row.Id, Named: named))
            .Where(one => !ids.Contains(one.Named.Id))
            .Select(one => Unknown(table.ByName[one.Named.Field], one.Named.Id, ids) with { RecordType = table.Name, RecordId = one.Id });
        return unknown.Concat(Ancestry.Of(rows).Circles.Select(circle => circle.Error(table)));
    }

    private Task<IEnumerable<T>> AskAsync<T>(string sql, string id, CancellationToken cancellationToken) =>
        connection.QueryAsync<T>(
            new CommandDefinition(sql, new { Id = id, Take = Near }, transaction, cancellationToken: cancellationToken)
        );
}
