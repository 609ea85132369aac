using System.CommandLine;
using OpenGov.Api.Package;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary><c>import</c>.</summary>
internal static class ImportCommand
{
    /// <summary>Ids that are named of what a package lacks.</summary>
    private const int Named = 5;

    public static Command Create(Workplace workplace)
    {
        var package = Usage.Text(
            "package",
            $"{PackageCommands.Where} An exported one, edited, is imported as it is; one table alone is enough."
        );
        var dryRun = Flag("--dry-run", "Say what would change, and change nothing.");
        var withdraw = Flag(
            "--withdraw-missing",
            "Withdraw what the database has of the package's tables and the package has not. Needs --reason."
        );
        var organization = Usage.Said(Actor.OrganizationField, "Who publishes the package, for the history.");
        var reason = Usage.Said(Actor.ReasonField, "Why, in a sentence, for the history.");
        var command = new Command("import", "Imports a data package: all of it, or nothing.")
        {
            package,
            dryRun,
            withdraw,
            organization,
            reason,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(withdraw) && string.IsNullOrWhiteSpace(given.GetValue(reason)))
            {
                given.AddError("--withdraw-missing needs --reason: the history says why something was withdrawn.");
            }
        });
        command.SetAction(
            (given, cancellationToken) =>
                PackageFolder.OpenAsync(
                    given.GetValue(package)!,
                    folder =>
                        workplace.OnDatabaseAsync(
                            given.GetValue(dryRun) ? Need.Existing : Need.Made,
                            services =>
                                ImportAsync(
                                    services.GetRequiredService<Importer>(),
                                    folder,
                                    new Actor("import", given.GetValue(organization), given.GetValue(reason)),
                                    new ImportOptions(given.GetValue(dryRun), given.GetValue(withdraw)),
                                    cancellationToken
                                ),
                            cancellationToken
                        )
                )
        );
        return command;
    }

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static async Task<int> ImportAsync(
        Importer importer,
        string folder,
        Actor actor,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        PackageCommands.TellUnread(folder);
        var report = await importer.ImportAsync(folder, actor, cancellationToken, options);
        if (!report.Succeeded)
        {
            return PackageCommands.Refuse(report.Errors);
        }

        Tell(report, options);
        return ExitCode.Done;
    }

    private static void Tell(ImportReport report, ImportOptions options)
    {
        foreach (var table in report.Tables)
        {
            var withdrawn = options.WithdrawMissing ? $" {table.Withdrawn, 8} withdrawn" : "";
            Console.WriteLine(
                $"{table.Name, -20} {table.Created, 8} new {table.Updated, 8} changed {table.Unchanged, 8} the same{withdrawn}"
            );
        }

        foreach (var table in report.Tables.Where(table => table.Missing.Count > 0))
        {
            var more = table.Missing.Count > Named ? $" and {table.Missing.Count - Named} more" : "";
            var names = string.Join(", ", table.Missing.Take(Named));
            Console.WriteLine(
                $"{table.Name}: the database also has {names}{more}, which the package has not. They stay; --withdraw-missing "
                    + "withdraws them."
            );
        }

        foreach (var table in report.Tables.Where(table => table.Lacks.Count > 0 && table.Created + table.Updated + table.Unchanged > 0))
        {
            Console.WriteLine($"{table.Name}: the file has no column {string.Join(", ", table.Lacks)}; there its rows now say nothing.");
        }

        Console.WriteLine(options.DryRun ? "Nothing was changed: this was a dry run." : "Imported.");
    }
}
