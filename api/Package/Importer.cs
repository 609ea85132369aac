using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>What an import came to.</summary>
/// <param name="Errors">What is wrong; when there is anything, nothing was imported.</param>
/// <param name="Tables">What became of the rows, by table.</param>
public sealed record ImportReport(IReadOnlyList<RecordError> Errors, IReadOnlyList<ImportedTable> Tables)
{
    /// <summary>Whether the package was good.</summary>
    public bool Succeeded => Errors.Count == 0;
}

/// <summary>What an import did to a table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Created">Rows that are new.</param>
/// <param name="Updated">Rows that say something else than before.</param>
/// <param name="Unchanged">Rows that say the same.</param>
/// <param name="Withdrawn">Records that were withdrawn, because the package does not have them.</param>
/// <param name="Missing">Ids of records that the database has and the package has not, and that stay.</param>
/// <param name="Lacks">Columns that the file does not have: they are empty in each of its rows.</param>
public sealed record ImportedTable(
    string Name,
    int Created,
    int Updated,
    int Unchanged,
    int Withdrawn,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Lacks
);

/// <summary>How a package is imported.</summary>
/// <param name="DryRun">Say what would change, and change nothing.</param>
/// <param name="WithdrawMissing">Withdraw what the database has of the package's tables and the package has not.</param>
public sealed record ImportOptions(bool DryRun = false, bool WithdrawMissing = false);

/// <summary>
/// Imports a data package: the whole of it is checked first, then written in one transaction. The shipped Mexican data
/// set comes in this way, and so does everybody's own. A package may hold one table alone: what it says of others is
/// looked up in the database.
/// </summary>
public sealed class Importer(DataStore database, DataVersion dataVersion, ILogger<Importer> logger)
{
    private const int MostErrors = 1000;

    /// <summary>Imports the package in a folder.</summary>
    /// <param name="folder">Folder with the CSV files.</param>
    /// <param name="actor">Who imports, for the history.</param>
    /// <param name="cancellationToken">Stops the import; nothing is then imported.</param>
    /// <param name="options">How; null for all defaults.</param>
    public async Task<ImportReport> ImportAsync(
        string folder,
        Actor actor,
        CancellationToken cancellationToken,
        ImportOptions? options = null
    )
    {
        options ??= new ImportOptions();
        if (options.WithdrawMissing && string.IsNullOrWhiteSpace(actor.Reason))
        {
            throw new ArgumentException("What is withdrawn needs a reason.", nameof(actor));
        }

        var package = PackageChecker.Check(folder);
        if (package.Tables.Count == 0)
        {
            return new ImportReport(package.Errors, []);
        }

        await using var recorder = await Recorder.BeginAsync(database, dataVersion, actor, cancellationToken);
        List<RecordError> errors = [.. package.Errors, .. await UnknownAsync(package, recorder, options, cancellationToken)];
        var tables = errors.Count > 0 ? [] : await WriteAsync(folder, package, recorder, errors, cancellationToken);
        if (errors.Count == 0)
        {
            tables = await WithdrawAsync(package, recorder, tables, options, errors, cancellationToken);
        }

        if (errors.Count == 0)
        {
            await TryAsync(
                () => options.DryRun ? recorder.CheckAsync(cancellationToken) : recorder.CommitAsync(cancellationToken),
                package,
                errors
            );
        }

        if (errors.Count > 0)
        {
            return new ImportReport([.. errors.Take(MostErrors)], []);
        }

        if (!options.DryRun)
        {
            logger.LogInformation(
                "Imported {Created} new and {Updated} changed rows, withdrew {Withdrawn}; {Unchanged} were the same",
                tables.Sum(table => table.Created),
                tables.Sum(table => table.Updated),
                tables.Sum(table => table.Withdrawn),
                tables.Sum(table => table.Unchanged)
            );
        }

        return new ImportReport([], tables);
    }

    /// <summary>What the package says of records that neither it nor the database has.</summary>
    private static async Task<List<RecordError>> UnknownAsync(
        PackageChecker package,
        Recorder recorder,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        var errors = new List<RecordError>();
        foreach (var group in package.Elsewhere.GroupBy(named => named.Field.References!))
        {
            // What its own tables no longer have is about to be withdrawn.
            var isGone = options.WithdrawMissing && package.Tables.Any(table => table.Name == group.Key.Table);
            var unknown = isGone
                ? null
                : await recorder.UnknownAsync(
                    group.First().Field,
                    group.Select(named => named.Value).Distinct(),
                    MostErrors,
                    cancellationToken
                );
            errors.AddRange(
                from named in @group
                let error = isGone ? Neighbours.Unknown(named.Field, named.Value, []) : unknown!.GetValueOrDefault(named.Value)
                where error is not null
                select package.At(error with { Field = named.Field.Name }, named.Table, named.Line)
            );
        }

        return errors;
    }

    private static async Task<List<ImportedTable>> WriteAsync(
        string folder,
        PackageChecker package,
        Recorder recorder,
        List<RecordError> errors,
        CancellationToken cancellationToken
    )
    {
        var reader = new PackageReader(folder, Changed);
        var tables = new List<ImportedTable>();
        foreach (var table in package.Tables)
        {
            var outcomes = new int[3];
            foreach (var row in ParentsFirst(table, reader.Rows(table)))
            {
                var (record, wrong) = RecordChecker.Check(table, row.Values, row.Unread);
                if (record is null)
                {
                    Changed(package.At(wrong[0], table, row.Line));
                }

                await TryAsync(
                    async () =>
                    {
                        var outcome = await recorder.SaveAsync(record!, cancellationToken);
                        outcomes[(int)outcome]++;
                        Telemetry.ImportedRows.Add(1, new("table", table.Name), new("outcome", outcome.ToString()));
                    },
                    package,
                    errors,
                    record
                );
            }

            tables.Add(
                new ImportedTable(
                    table.Name,
                    outcomes[(int)Outcome.Created],
                    outcomes[(int)Outcome.Updated],
                    outcomes[(int)Outcome.Unchanged],
                    0,
                    [],
                    reader.Lacks(table)
                )
            );
            if (errors.Count > 0)
            {
                break;
            }
        }

        return tables;

        static void Changed(RecordError error) => throw new InvalidDataException($"The package changed while it was imported: {error}");
    }

    /// <summary>Withdraws what the package no longer has, children first; or names it.</summary>
    private static async Task<List<ImportedTable>> WithdrawAsync(
        PackageChecker package,
        Recorder recorder,
        List<ImportedTable> tables,
        ImportOptions options,
        List<RecordError> errors,
        CancellationToken cancellationToken
    )
    {
        var done = new List<ImportedTable>();
        foreach (var (table, written) in package.Tables.Zip(tables).Reverse())
        {
            var known = package.LinesOf(table);
            var missing = (await recorder.IdsAsync(table, cancellationToken)).Where(id => !known.ContainsKey(id)).ToList();
            if (options.WithdrawMissing)
            {
                await WithdrawAllAsync(table, missing, package, recorder, errors, cancellationToken);
            }

            done.Insert(0, options.WithdrawMissing ? written with { Withdrawn = missing.Count } : written with { Missing = missing });
        }

        return done;
    }

    /// <summary>Withdraws records of a table. Some may name others of them, so those that are still named wait for the rest.</summary>
    private static async Task WithdrawAllAsync(
        Table table,
        IReadOnlyList<string> ids,
        PackageChecker package,
        Recorder recorder,
        List<RecordError> errors,
        CancellationToken cancellationToken
    )
    {
        for (var waiting = ids; waiting.Count > 0; )
        {
            var refused = new List<RecordError>();
            var still = new List<string>();
            foreach (var id in waiting)
            {
                var before = refused.Count;
                await TryAsync(() => recorder.WithdrawAsync(table, id, cancellationToken), package, refused);
                if (refused.Count > before)
                {
                    still.Add(id);
                }
            }

            if (still.Count == waiting.Count)
            {
                errors.AddRange(refused);
                return;
            }

            waiting = still;
        }
    }

    /// <summary>Does a part of the change; what is refused is told at its place in the package.</summary>
    private static async Task TryAsync(Func<Task> change, PackageChecker package, List<RecordError> errors, CheckedRecord? record = null)
    {
        try
        {
            await change();
        }
        catch (RefusedException refused)
        {
            errors.AddRange(
                refused.Errors.Select(error =>
                {
                    var table = package.Tables.FirstOrDefault(table => table.Name == (error.RecordType ?? record?.Table.Name));
                    var line =
                        table is null ? null
                        : package.LinesOf(table).TryGetValue(error.RecordId ?? record?.Id ?? "", out var known) ? known
                        : (int?)null;
                    return table is null || line is null ? error : package.At(error, table, line);
                })
            );
        }
    }

    /// <summary>Rows that refer to rows of the same table come after them.</summary>
    private static IEnumerable<PackageRow> ParentsFirst(Table table, IEnumerable<PackageRow> rows)
    {
        var fields = Ancestry.FieldsOf(table);
        if (fields.Count == 0)
        {
            return rows;
        }

        var all = rows.ToList();
        var depths = Ancestry.Of(all.Select(row => ((string)row.Values["id"]!, Ancestry.NamedBy(fields, row.Values)))).Depths;
        return all.OrderBy(row => depths[(string)row.Values["id"]!]);
    }
}
