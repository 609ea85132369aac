using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OpenGov.Api.Commands;

/// <summary>
/// The command line: without a command the service is served; a command does its work on the same database and ends with an
/// <see cref="ExitCode"/>.
/// </summary>
internal static class CommandLine
{
    private const string Description =
        "OpenGov. Without a command it serves the API and the dashboard. Settings such as --Database:Folder FOLDER may stand anywhere.";

    /// <summary>Runs the command.</summary>
    /// <exception cref="StartException">It cannot be understood, or not be carried out.</exception>
    public static Task<int> RunAsync(Arguments arguments)
    {
        var workplace = new Workplace(arguments.Settings);

        // The parser would take a word in brackets for a directive, of which there are none, and pass over it.
        if (arguments.Command[0].StartsWith('['))
        {
            throw new StartException($"'{arguments.Command[0]}' is not a command. --help lists all.");
        }

        var given = Create(workplace).Parse(arguments.Command, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (given.Action is ParseErrorAction)
        {
            throw new StartException(Usage.Line(given));
        }

        // A setting is wrong for a command that needs none of it, too; only help is given whatever stands beside it.
        if (given.CommandResult.Command is not RootCommand && given.Action is not HelpAction)
        {
            workplace.CheckSettings();
        }

        return given.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Every command there is.</summary>
    internal static RootCommand Create(Workplace workplace) =>
        new(Description)
        {
            ImportCommand.Create(workplace),
            WithdrawCommand.Create(workplace),
            PackageCommands.Export(workplace),
            PackageCommands.Validate(),
            Migrate(workplace),
            KeysCommand.Create(workplace),
            FilesCommand.Create(workplace),
            HealthCommand.Create(),
        };

    private static Command Migrate(Workplace workplace)
    {
        var command = new Command("migrate", "Brings the database to the schema of this version; makes it when there is none.");
        command.SetAction(
            (_, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Made,
                    _ =>
                    {
                        Console.WriteLine("The database is up to date.");
                        return Task.FromResult(ExitCode.Done);
                    },
                    cancellationToken
                )
        );
        return command;
    }
}
