using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Package;

/// <summary>What an import came to.</summary>
/// <param name="Problems">What is wrong; when there is anything, nothing was imported.</param>
/// <param name="Tables">Rows read, created, updated and left unchanged, by table.</param>
public sealed record ImportReport(IReadOnlyList<PackageProblem> Problems, IReadOnlyList<ImportedTable> Tables)
{
    /// <summary>Whether the package was good.</summary>
    public bool Succeeded => Problems.Count == 0;
}

/// <summary>What an import did to a table.</summary>
public sealed record ImportedTable(string Name, int Created, int Updated, int Unchanged);

/// <summary>
/// Imports a data package: the whole of it is validated first, then written in one transaction. The shipped
/// Mexican data set comes in this way, and so does everybody's own.
/// </summary>
public sealed class Importer(DataStore database, DataVersion dataVersion, ILogger<Importer> logger)
{
    private const int MostProblems = 1000;

    /// <summary>Imports the package in a folder.</summary>
    /// <param name="folder">Folder with the CSV files.</param>
    /// <param name="actor">Who imports, for the history.</param>
    /// <param name="cancellationToken">Stops the import; nothing is then imported.</param>
    /// <param name="dryRun">Says what would change, and changes nothing.</param>
    public async Task<ImportReport> ImportAsync(string folder, Actor actor, CancellationToken cancellationToken, bool dryRun = false)
    {
        var problems = Validate(folder);
        if (problems.Count > 0)
        {
            return new ImportReport(problems, []);
        }

        var reader = new PackageReader(folder, problem => throw new InvalidDataException($"The package changed while it was imported: {problem}"));
        var tables = new List<ImportedTable>();
        await using var recorder = await Recorder.BeginAsync(database, dataVersion, actor, cancellationToken);
        foreach (var table in Schema.Current.Tables.Where(reader.Has))
        {
            var outcomes = new int[3];
            foreach (var row in ParentsFirst(table, reader.Rows(table)))
            {
                var outcome = await recorder.SaveAsync(table, row.Values, cancellationToken);
                outcomes[(int)outcome]++;
                Telemetry.ImportedRows.Add(1, new("table", table.Name), new("outcome", outcome.ToString()));
            }

            tables.Add(new ImportedTable(table.Name, outcomes[(int)Outcome.Created], outcomes[(int)Outcome.Updated], outcomes[(int)Outcome.Unchanged]));
        }

        if (dryRun)
        {
            return new ImportReport([], tables);
        }

        await recorder.CommitAsync(cancellationToken);
        logger.LogInformation(
            "Imported {Created} new and {Updated} changed rows; {Unchanged} were the same",
            tables.Sum(table => table.Created),
            tables.Sum(table => table.Updated),
            tables.Sum(table => table.Unchanged));
        return new ImportReport([], tables);
    }

    /// <summary>Everything that is wrong with the package, the first thousand things at most.</summary>
    public static IReadOnlyList<PackageProblem> Validate(string folder)
    {
        var problems = new List<PackageProblem>();
        void Report(PackageProblem problem)
        {
            if (problems.Count < MostProblems)
            {
                problems.Add(problem);
            }
        }

        var reader = new PackageReader(folder, Report);
        if (!Schema.Current.Tables.Any(reader.Has))
        {
            return [new PackageProblem(Path.GetFileName(folder), null, null, $"There is no table of the product here. Expected files such as {Schema.Current.Tables[0].Path}.")];
        }

        var keys = new Dictionary<Reference, HashSet<string>>();
        foreach (var table in Schema.Current.Tables.Where(reader.Has))
        {
            ValidateTable(table, reader, keys, Report);
        }

        return problems;
    }

    private static void ValidateTable(Table table, PackageReader reader, Dictionary<Reference, HashSet<string>> keys, Action<PackageProblem> report)
    {
        var unique = table.Fields.Where(field => field.Name == "id" || field.Unique || IsReferred(table, field))
            .ToDictionary(field => field.Name, field => keys[new Reference(table.Name, field.Name)] = []);
        var pending = new List<(int Line, Field Field, string Value)>();
        var isReflexive = table.Fields.Any(field => field.References?.Table == table.Name);
        var own = new List<PackageRow>();
        foreach (var row in reader.Rows(table))
        {
            if (isReflexive)
            {
                own.Add(row);
            }

            foreach (var field in table.Fields)
            {
                if (row.Values[field.Name] is not { } value)
                {
                    continue;
                }

                if (unique.TryGetValue(field.Name, out var seen) && !seen.Add(value.ToString()!))
                {
                    report(new PackageProblem(table.Path, row.Line, field.Name, $"{value} stands in an earlier row already; it must be unique."));
                }

                if (field.References is { } reference)
                {
                    foreach (var named in field.IsList ? ((string)value).Split('|') : [value.ToString()!])
                    {
                        if (reference.Table == table.Name)
                        {
                            pending.Add((row.Line, field, named));
                        }
                        else if (!Known(keys, reference, named))
                        {
                            report(Unknown(table, row.Line, field, named, keys));
                        }
                    }
                }
            }

            foreach (var rule in RowRules.Broken(table, row.Values))
            {
                report(new PackageProblem(table.Path, row.Line, rule.Field, rule.Message));
            }
        }

        foreach (var (line, field, value) in pending.Where(named => !Known(keys, named.Field.References!, named.Value)))
        {
            report(Unknown(table, line, field, value, keys));
        }

        foreach (var circle in Ancestry.Of(table, own).Circles)
        {
            report(new PackageProblem(table.Path, circle.Line, circle.Field, $"{circle} leads back to itself: nothing is part of itself. Leave one of them empty."));
        }
    }

    private static bool IsReferred(Table table, Field field) =>
        Schema.Current.Tables.Any(other => other.Fields.Any(candidate => candidate.References == new Reference(table.Name, field.Name)));

    private static bool Known(Dictionary<Reference, HashSet<string>> keys, Reference reference, string value) =>
        keys.TryGetValue(reference, out var known) && known.Contains(value);

    private static PackageProblem Unknown(Table table, int line, Field field, string value, Dictionary<Reference, HashSet<string>> keys)
    {
        var reference = field.References!;
        var nearest = keys.TryGetValue(reference, out var known) ? Suggestion.Nearest(value, known) : null;
        return new PackageProblem(table.Path, line, field.Name, $"{value} is not in {reference.Table}.{(nearest is null ? "" : $" Did you mean {nearest}?")}");
    }

    /// <summary>Rows that refer to rows of the same table come after them.</summary>
    private static IEnumerable<PackageRow> ParentsFirst(Table table, IEnumerable<PackageRow> rows)
    {
        if (!table.Fields.Any(field => field.References?.Table == table.Name))
        {
            return rows;
        }

        var all = rows.ToList();
        var depths = Ancestry.Of(table, all).Depths;
        return all.OrderBy(row => depths[(string)row.Values["id"]!]);
    }
}
