using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OpenGov.Api.Access;

/// <summary>
/// What the identity server says of itself: its name and the keys that it signs with. It is asked when the first token comes,
/// when a token names a key that is not known, and once in a while; never twice within <see cref="Pause"/>, however many
/// tokens come. While it does not answer, what it said last holds.
/// </summary>
/// <remarks>
/// The library's own manager asks anew for each token while the server is away, and renews after it has refused the token.
/// </remarks>
internal sealed partial class IdentityServer : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    /// <summary>How long it may take to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long what it said holds without asking again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock turn = new();
    private readonly HttpClient client;
    private readonly HttpDocumentRetriever documents;
    private readonly TimeProvider clock;
    private readonly ILogger<IdentityServer> logger;
    private Task asking = Task.CompletedTask;
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;
    private bool isRenewalWanted;
    private volatile OpenIdConnectConfiguration? known;

    public IdentityServer(Settings settings, TimeProvider clock, ILogger<IdentityServer> logger)
    {
        var authority = settings.Access.Oidc.Authority!;
        (this.clock, this.logger) = (clock, logger);
        // Who stands at the address that the operator gave is asked, and nobody to whom it would send us.
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
        documents = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(authority).IsLoopback };
        MetadataAddress = $"{authority.TrimEnd('/')}/.well-known/openid-configuration";

        // A key that was taken out of use is not taken for another hour.
        UseLastKnownGoodConfiguration = false;
    }

    /// <summary>The shortest time between two questions to it.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What it says of itself.</summary>
    /// <exception cref="AccessFailure">It has never answered.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        Task question;
        lock (turn)
        {
            var now = clock.GetUtcNow();
            var isDue = known is null || isRenewalWanted || now - askedAt >= Kept;
            if (asking.IsCompleted && isDue && now - askedAt >= Pause)
            {
                (askedAt, isRenewalWanted) = (now, false);
                asking = AskAsync();
            }

            question = asking;
        }

        await question.WaitAsync(cancel);
        return known ?? throw AccessFailure.NoIdentityServer;
    }

    /// <inheritdoc />
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
        await GetConfigurationAsync(cancel);

    /// <summary>A token names what is not known: the next question may ask the server.</summary>
    public override void RequestRefresh()
    {
        lock (turn)
        {
            isRenewalWanted = true;
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    /// <summary>Asks for nobody in particular: who leaves takes the answer from no one.</summary>
    private async Task AskAsync()
    {
        try
        {
            var told = await OpenIdConnectConfigurationRetriever.GetAsync(MetadataAddress, documents, CancellationToken.None);
            known =
                told.Issuer is { Length: > 0 } && told.SigningKeys.Count > 0
                    ? told
                    : throw new InvalidDataException("It names no issuer, or no keys to check tokens with.");
        }
        catch (Exception error)
        {
            Silent(logger, MetadataAddress, error.InnerException?.Message ?? error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity server at {Address} cannot be asked: {Reason}")]
    private static partial void Silent(ILogger logger, string address, string reason);
}
