using System.CommandLine;
using System.IO.Compression;
using OpenGov.Api.Database;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary>
/// The command line: without a command the service is served; a command does its work on the same database and
/// ends. Exit codes: 0 done, 1 the package is not good, 2 the command cannot be understood or carried out.
/// </summary>
internal static class CommandLine
{
    internal const int NotGood = 1;
    internal const int NotPossible = 2;
    private const long LargestPackage = 8L * 1024 * 1024 * 1024;

    private static readonly string[] Names = ["import", "withdraw", "export", "validate", "migrate", "keys", "health", "-h", "--help", "--version"];

    private static string[] settings = [];

    /// <summary>Whether the arguments are a command; otherwise they are settings of the service.</summary>
    public static bool Takes(string[] args) => Split(args).Command is [var first, ..] && (Names.Contains(first) || !first.StartsWith('-'));

    /// <summary>Runs the command.</summary>
    public static Task<int> RunAsync(string[] args)
    {
        (var command, settings) = Split(args);
        var root = new RootCommand("OpenGov. Without a command it serves the API and the dashboard. Settings such as --Database:Folder FOLDER may stand anywhere.")
        {
            ImportCommand.Create(Services), WithdrawCommand.Create(Services), Export(), Validate(), Migrate(), KeysCommand.Create(Services), Health(),
        };
        return root.Parse(command).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Tells settings (<c>--Section:Name value</c> or <c>--Section:Name=value</c>) from the command and its options, none of which has a colon in its name.</summary>
    private static (string[] Command, string[] Settings) Split(string[] args)
    {
        var (command, given) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':'))
            {
                command.Add(args[i]);
                continue;
            }

            given.Add(args[i]);
            if (name == args[i] && i + 1 < args.Length)
            {
                given.Add(args[++i]);
            }
        }

        return ([.. command], [.. given]);
    }

    private static Command Export()
    {
        var target = new Argument<string>("target") { Description = "Where to write: a folder, or a file that ends with .zip." };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The data as recorded at the end of this day." };
        var command = new Command("export", "Writes the whole data set as a data package.") { target, asOf };
        command.SetAction(async (given, cancellationToken) =>
        {
            await using var services = Services();
            var database = services.GetRequiredService<DataStore>();
            if (given.GetValue(asOf) > database.Today)
            {
                throw new StartException($"--as-of is in the future: what the data will say then is not known. The latest day is {database.Today:yyyy-MM-dd}.");
            }

            await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ReadSession>().AsOf = given.GetValue(asOf);
            var exporter = scope.ServiceProvider.GetRequiredService<Exporter>();
            var path = given.GetValue(target)!;
            if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                // Beside the target first: a file that was cut off in the middle never stands under the good name.
                var unfinished = $"{path}.part";
                await using (var file = File.Create(unfinished))
                {
                    await exporter.WriteZipAsync(file, cancellationToken);
                }

                File.Move(unfinished, path, overwrite: true);
            }
            else
            {
                await exporter.WriteFolderAsync(path, cancellationToken);
            }

            Console.WriteLine($"Exported to {path}");
            return 0;
        });
        return command;
    }

    private static Command Validate()
    {
        var package = new Argument<string>("package") { Description = "A data package: a folder or a zip file." };
        var command = new Command("validate", "Says what is wrong with a data package, line by line.") { package };
        command.SetAction((given, _) => OnPackageAsync(given.GetValue(package)!, folder =>
        {
            var errors = PackageChecker.Validate(folder);
            if (errors.Count > 0)
            {
                return Task.FromResult(Refuse(errors));
            }

            var elsewhere = PackageChecker.Check(folder).Elsewhere.GroupBy(named => named.Field.References!.Table).ToList();
            Console.WriteLine("The package is good.");
            foreach (var table in elsewhere)
            {
                Console.WriteLine($"It names {table.Select(named => named.Value).Distinct().Count()} records of {table.Key}, which it does not hold: import --dry-run looks for them in the database.");
            }

            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database to the schema of this version.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var services = Services();
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            Console.WriteLine("The database is up to date.");
            return 0;
        });
        return command;
    }

    private static Command Health()
    {
        var address = new Argument<Uri>("address")
        {
            Description = "Address of a running service's health, such as http://127.0.0.1:8080/health/ready.",
            CustomParser = given =>
            {
                if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var parsed) && (parsed.Scheme is "http" or "https"))
                {
                    return parsed;
                }

                given.AddError($"'{given.Tokens[0].Value}' is not an address. Give one such as http://127.0.0.1:8080/health/ready.");
                return null;
            },
        };
        var command = new Command("health", "Asks a running service how it is; for containers, which have no curl.") { address };
        command.SetAction(async (given, cancellationToken) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                using var response = await client.GetAsync(given.GetValue(address), cancellationToken);
                if (response.Content.Headers.ContentType?.MediaType != "application/json")
                {
                    await Console.Error.WriteLineAsync($"{given.GetValue(address)} answers, but not with health. Give an address that ends with /health/ready or /health/live.");
                    return NotGood;
                }

                Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken));
                return response.IsSuccessStatusCode ? 0 : NotGood;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                await Console.Error.WriteLineAsync($"{given.GetValue(address)} does not answer.");
                return NotGood;
            }
        });
        return command;
    }

    internal static int Refuse(IReadOnlyList<RecordError> errors)
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        Console.Error.WriteLine($"{errors.Count} {(errors.Count == 1 ? "problem" : "problems")}; nothing was imported.");
        return NotGood;
    }

    /// <summary>Does something with the folder of a package; a zip file is unpacked into a temporary one.</summary>
    internal static async Task<int> OnPackageAsync(string path, Func<string, Task<int>> action)
    {
        if (Directory.Exists(path))
        {
            return await action(path);
        }

        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no folder and no file {path}.");
            return NotPossible;
        }

        var folder = TemporaryFiles.CreateFolder();
        try
        {
            await UnpackAsync(path, folder);
            return await action(folder);
        }
        catch (InvalidDataException error)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be read as a zip file: {error.Message}");
            return NotPossible;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes the files of the product out of a zip file, by name, wherever in it they lie; nothing else is written.</summary>
    private static async Task UnpackAsync(string path, string folder)
    {
        await using var zip = await ZipFile.OpenReadAsync(path);
        foreach (var table in Schema.Current.Tables)
        {
            if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(table.Path, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            {
                continue;
            }

            if (entry.Length > LargestPackage)
            {
                throw new InvalidDataException($"{entry.FullName} is larger than any table can be.");
            }

            await entry.ExtractToFileAsync(Path.Combine(folder, table.Path));
        }
    }

    private static ServiceProvider Services()
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddOpenGov();
        var services = builder.Services.BuildServiceProvider();
        services.StartTelemetry();
        return services;
    }
}
