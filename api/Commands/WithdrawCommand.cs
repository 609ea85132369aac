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
        var ids = new Argument<string[]>("id") { Description = "Its id; several are withdrawn together, or none.", Arity = ArgumentArity.OneOrMore };
        var organization = new Option<string?>("--organization") { Description = "Who withdraws it, for the history." };
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence, for the history.", Required = true };
        var command = new Command("withdraw", "Takes a record out of the current data. Its history stays, and its address says that it was withdrawn (410).")
        {
            table, ids, organization, reason,
        };
        command.Validators.Add(given =>
        {
            if (string.IsNullOrWhiteSpace(given.GetValue(reason)))
            {
                given.AddError("--reason is empty: the history says why something was withdrawn.");
            }
        });
        table.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var name }] && Schema.Current.Find(name) is null)
            {
                given.AddError($"There is no table '{name}'.{Suggestion.Sentence(Suggestion.Nearest(name, Schema.Current.Tables.Select(one => one.Name)))}");
            }
        });
        command.SetAction((given, cancellationToken) => workplace.OnDatabaseAsync(
            Need.Existing,
            services => WithdrawAsync(
                services,
                new Actor("operator", given.GetValue(organization), given.GetValue(reason)),
                Schema.Current[given.GetValue(table)!],
                given.GetValue(ids)!,
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static async Task<int> WithdrawAsync(
        IServiceProvider provider, Actor actor, Table table, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var database = provider.GetRequiredService<DataStore>();
        await using var recorder = await Recorder.BeginAsync(database, provider.GetRequiredService<DataVersion>(), actor, cancellationToken);
        try
        {
            foreach (var id in ids.Select(id => RecordId.Canonical(table.Name, id)))
            {
                if (!await recorder.WithdrawAsync(table, id, cancellationToken))
                {
                    await Console.Error.WriteLineAsync($"There is no record '{id}' in {table.Name}; nothing was withdrawn.");
                    return ExitCode.No;
                }
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

        Console.WriteLine($"Withdrawn: {string.Join(", ", ids)}.");
        return ExitCode.Done;
    }
}
