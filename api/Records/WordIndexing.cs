using System.Data.Common;
using Dapper;
using OpenGov.Api.Database;

namespace OpenGov.Api.Records;

/// <summary>After migrations: gives the index of words the records that it does not know.</summary>
/// <param name="schema">The tables of the product.</param>
internal sealed class WordIndexing(Schema schema) : IAfterMigrations
{
    /// <inheritdoc />
    public async Task<bool> IsDoneAsync(DbConnection connection) =>
        !(await connection.QueryAsync<string>(WordIndex.EmptySql(schema))).Any();

    /// <inheritdoc />
    public async Task DoAsync(DataStore database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenWriterAsync(cancellationToken);
        await using var transaction = database.Dialect.BeginWrite(connection);
        await connection.ExecuteAsync(WriteSql.HoldTurn, transaction: transaction);
        await using (var index = new WordIndex(database.Dialect, connection, transaction))
        {
            foreach (var table in WordIndex.Searched(schema))
            {
                // Read whole first: SQL Server runs one statement on a connection at a time.
                var unknown = await connection.QueryAsync<(string Id, string Text)>(WordIndex.UnknownSql(table), transaction: transaction);
                foreach (var (id, text) in unknown)
                {
                    await index.ReplaceAsync(table, id, "", text, cancellationToken);
                }
            }

            await index.FlushAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
