using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace OpenGov.Api.Database;

/// <summary>
/// Signs in to Azure SQL with Microsoft Entra when the connection string asks for it, for example
/// <c>Authentication=Active Directory Managed Identity</c>. SqlClient asks Azure.Identity through this.
/// </summary>
internal sealed class EntraAuthentication : SqlAuthenticationProvider
{
    private readonly TokenCredential credential;

    private EntraAuthentication(TokenCredential credential) => this.credential = credential;

    /// <summary>
    /// Takes over the method that the connection string names, when it is one of Entra's without a person at the keyboard.
    /// </summary>
    public static void Register(string connectionString)
    {
        var given = new SqlConnectionStringBuilder(connectionString);
        var identity = string.IsNullOrEmpty(given.UserID) ? null : given.UserID;
        TokenCredential? credential = given.Authentication switch
        {
            SqlAuthenticationMethod.ActiveDirectoryManagedIdentity or SqlAuthenticationMethod.ActiveDirectoryMSI =>
                new ManagedIdentityCredential(
                    identity is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(identity)
                ),
            SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity => new WorkloadIdentityCredential(
                new WorkloadIdentityCredentialOptions { ClientId = identity }
            ),
            SqlAuthenticationMethod.ActiveDirectoryDefault => new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity }
            ),
            _ => null,
        };
        if (credential is not null)
        {
            SetProvider(given.Authentication, new EntraAuthentication(credential));
        }
    }

    /// <inheritdoc />
    public override bool IsSupported(SqlAuthenticationMethod authenticationMethod) => true;

    /// <inheritdoc />
    public override async Task<SqlAuthenticationToken> AcquireTokenAsync(SqlAuthenticationParameters parameters)
    {
        const string EveryPermission = "/.default";
        var resource = parameters.Resource;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(Math.Max(1, parameters.ConnectionTimeout)));
        var token = await credential.GetTokenAsync(
            new TokenRequestContext(
                [resource.EndsWith(EveryPermission, StringComparison.Ordinal) ? resource : resource.TrimEnd('/') + EveryPermission],
                parameters.ConnectionId.ToString()
            ),
            patience.Token
        );
        return new SqlAuthenticationToken(token.Token, token.ExpiresOn);
    }
}
