using System.CommandLine;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary><c>withdraw</c>.</summary>
internal static class WithdrawCommand
{
    public static Command Create(Workplace workplace)
    {
        var table = Usage.Text("table", "Table of the record, as in the data package: commitments.");
        var id = Usage.Text("id", "Its id.");
        var organization = Usage.Said(Actor.OrganizationField, "Who withdraws it, for the history.");
        var reason = Usage.Said(Actor.ReasonField, "Why, in a sentence, for the history. Needed.");
        var command = new Command(
            "withdraw",
            "Takes a record out of the current data. Its history stays, and its address says that it was withdrawn (410)."
        )
        {
            table,
            id,
            organization,
            reason,
        };
        command.SetAction(
            (given, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Existing,
                    services =>
                        WithdrawAsync(
                            services,
                            new Actor("operator", given.GetValue(organization), Given(given.GetValue(reason))),
                            TableOf(given.GetValue(table)!),
                            given.GetValue(id)!,
                            cancellationToken
                        ),
                    cancellationToken
                )
        );
        return command;
    }

    private static string Given(string? reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? throw new StartException("withdraw needs --reason: the history says why something was withdrawn.")
            : reason;

    private static Table TableOf(string name) =>
        Schema.Current.Find(name)
        ?? throw new StartException(
            $"There is no table '{name}'.{Suggestion.Sentence(Suggestion.Nearest(name, Schema.Current.Tables.Select(one => one.Name)))}"
        );

    private static async Task<int> WithdrawAsync(
        IServiceProvider provider,
        Actor actor,
        Table table,
        string given,
        CancellationToken cancellationToken
    )
    {
        var database = provider.GetRequiredService<DataStore>();
        await using var recorder = await Recorder.BeginAsync(
            database,
            provider.GetRequiredService<DataVersion>(),
            actor,
            cancellationToken
        );
        try
        {
            if (!await recorder.WithdrawAsync(table, RecordId.Canonical(table.Name, given), cancellationToken))
            {
                await Console.Error.WriteLineAsync($"There is no record '{given}' in {table.Name}; nothing was withdrawn.");
                return ExitCode.No;
            }

            await recorder.CommitAsync(cancellationToken);
        }
        catch (RefusedException refused)
        {
            foreach (var error in refused.Errors)
            {
                await Console.Error.WriteLineAsync(error.Detail);
            }

            return ExitCode.No;
        }

        Console.WriteLine($"Withdrawn: {RecordId.Canonical(table.Name, given)}.");
        return ExitCode.Done;
    }
}
