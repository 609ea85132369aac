using Dapper;
using OpenGov.Api.Database;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Keys;

/// <summary>For whom a key speaks.</summary>
internal static class KeyHolder
{
    /// <summary>The organisation of record that a key names by its id or its name; null when it names none, or none that is there.</summary>
    public static async Task<OrganizationOfRecord?> OrganizationAsync(
        DataStore database,
        string? named,
        CancellationToken cancellationToken
    )
    {
        if (named is null)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<OrganizationOfRecord>(
            new CommandDefinition(WriteStep.OrganizationSql, OrganizationOfRecord.Asked(named), cancellationToken: cancellationToken)
        );
        return OrganizationOfRecord.Meant(named, [.. found]);
    }
}
