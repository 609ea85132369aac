using Dapper;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Writing;

namespace OpenGov.Api.Keys;

/// <summary>For whom a key speaks.</summary>
internal static class KeyHolder
{
    internal const string StateSql = "SELECT o.state_id FROM organizations o WHERE o.id = @Id";

    /// <summary>The scope within which an organisation of record is: who hands out its keys answers for that.</summary>
    public static async Task<string> ScopeAsync(DataStore database, string organization, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string?>(
                new CommandDefinition(StateSql, new { Id = organization }, cancellationToken: cancellationToken)
            ) ?? Scope.National;
    }

    /// <summary>Id of the organisation of record that a key names by its id or its name; null when it names none, or none that is there.</summary>
    public static async Task<string?> OrganizationIdAsync(DataStore database, string? named, CancellationToken cancellationToken)
    {
        if (named is null)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<OrganizationOfRecord>(
            new CommandDefinition(WriteStep.OrganizationSql, OrganizationOfRecord.Asked(named), cancellationToken: cancellationToken)
        );
        return OrganizationOfRecord.Meant(named, [.. found])?.Id;
    }
}
