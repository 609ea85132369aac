using System.CommandLine;
using OpenGov.Api.Database;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary><c>export</c> and <c>validate</c>.</summary>
internal static class PackageCommands
{
    internal const string Where = "A data package: a folder or a zip file.";

    /// <summary><c>export</c>.</summary>
    public static Command Export(Workplace workplace)
    {
        var target = Usage.Text("target", "Where to write: a folder, or a file that ends with .zip.");
        var asOf = Usage.Value<DateOnly>("--as-of", "The data as recorded at the end of this day.", "Give a day such as 2026-06-30.");
        var command = new Command("export", "Writes the whole data set as a data package.") { target, asOf };
        command.SetAction(
            (given, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Existing,
                    async services =>
                    {
                        await CheckDayAsync(services, given.GetValue(asOf), cancellationToken);
                        await ExportAsync(services, given.GetValue(target)!, given.GetValue(asOf), cancellationToken);
                        Console.WriteLine($"Exported to {given.GetValue(target)}");
                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    /// <summary><c>validate</c>.</summary>
    public static Command Validate()
    {
        var package = Usage.Text("package", Where);
        var command = new Command("validate", "Says what is wrong with a data package, line by line.") { package };
        command.SetAction(
            (given, _) =>
                PackageFolder.OpenAsync(
                    given.GetValue(package)!,
                    folder =>
                    {
                        var checker = PackageChecker.Check(folder);
                        var errors = checker.ErrorsAlone();
                        if (errors.Count > 0)
                        {
                            return Task.FromResult(Refuse(errors, ""));
                        }

                        TellUnread(folder);
                        Console.WriteLine("The package is good.");
                        foreach (var table in checker.Elsewhere.GroupBy(named => named.Field.References!.Table))
                        {
                            var count = table.Select(named => named.Value).Distinct().Count();
                            Console.WriteLine(
                                $"It names {count} of {table.Key}, which it does not hold: import --dry-run looks for them in the database."
                            );
                        }

                        return Task.FromResult(ExitCode.Done);
                    }
                )
        );
        return command;
    }

    /// <summary>An empty package would look like data that says nothing.</summary>
    private static async Task CheckDayAsync(IServiceProvider services, DateOnly? day, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<DataStore>();
        if (day > database.Today)
        {
            throw new StartException(
                $"--as-of is in the future: what the data will say then is not known. The latest day is {database.Today:yyyy-MM-dd}."
            );
        }

        var first = await services.GetRequiredService<DataVersion>().FirstDayAsync(cancellationToken);
        if (day is not null && (first is null || day < first))
        {
            throw new StartException(
                first is null
                    ? $"--as-of is {day:yyyy-MM-dd}, and nothing has been recorded yet in {database.Place}."
                    : $"--as-of is {day:yyyy-MM-dd}, before anything was recorded. The first day is {first:yyyy-MM-dd}."
            );
        }
    }

    private static async Task ExportAsync(IServiceProvider services, string path, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReadSession>().AsOf = asOf;
        var exporter = scope.ServiceProvider.GetRequiredService<Exporter>();
        var unfinished = $"{path}.part";
        try
        {
            if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await exporter.WriteFolderAsync(path, cancellationToken);
                return;
            }

            // Beside the target first: a file that was cut off in the middle never stands under the good name.
            await using (var file = File.Create(unfinished))
            {
                await exporter.WriteZipAsync(file, cancellationToken);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            throw new StartException($"The export cannot be written to '{path}': {FileErrors.Why(error)}. Give another place.", error);
        }
    }

    /// <summary>Names files that were not read: a misspelled one looks like a table that was forgotten.</summary>
    internal static void TellUnread(string folder)
    {
        foreach (var (file, nearest) in PackageChecker.UnreadIn(folder))
        {
            Console.Error.WriteLine($"{file} is no table of the product and is not read.{Suggestion.Sentence(nearest)}");
        }
    }

    /// <summary>Says what is wrong with a package, line by line.</summary>
    internal static int Refuse(IReadOnlyList<RecordError> errors, string what = "; nothing was imported")
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        Console.Error.WriteLine($"{errors.Count} {(errors.Count == 1 ? "problem" : "problems")}{what}.");
        return ExitCode.No;
    }
}
