using System.ComponentModel.DataAnnotations;

namespace OpenGov.Api;

/// <summary>
/// Every setting of the product, with its default and its range. The service and each command read them once, at their
/// start; one that is wrong, or that nobody reads, ends the start with a line that says so. A new setting is a property here and
/// a line of the README's table.
/// </summary>
public sealed record Settings
{
    /// <summary>The address under which readers reach the service, in every link; null for the one that each request came to.</summary>
    [WebAddress]
    public string? PublicAddress { get; init; }

    /// <summary>Hosts that the service answers to; without any the host of <see cref="PublicAddress"/>, and without that all.</summary>
    [HostName]
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Where the data lies.</summary>
    public DatabaseSettings Database { get; init; } = new();

    /// <summary>How what else is needed is reached.</summary>
    public ConnectionStringSettings ConnectionStrings { get; init; } = new();

    /// <summary>The cache that nodes share.</summary>
    public RedisSettings Redis { get; init; } = new();

    /// <summary>The dashboard.</summary>
    public DashboardSettings Dashboard { get; init; } = new();

    /// <summary>What stands before the service.</summary>
    public ProxySettings Proxy { get; init; } = new();

    /// <summary>Who asks.</summary>
    public AccessSettings Access { get; init; } = new();

    /// <summary>How much a client may ask.</summary>
    public RateLimitSettings RateLimit { get; init; } = new();

    /// <summary>How answers are computed.</summary>
    public ReadingSettings Reading { get; init; } = new();

    /// <summary>How many exports go out at once.</summary>
    public ExportsSettings Exports { get; init; } = new();

    /// <summary>The finished answers that a node keeps.</summary>
    public CacheSettings Cache { get; init; } = new();

    /// <summary>Who is told of changes.</summary>
    public WebhookSettings Webhooks { get; init; } = new();

    /// <summary>The files that are evidence.</summary>
    public FilesSettings Files { get; init; } = new();

    /// <summary>What dialogue owes.</summary>
    public DialogueSettings Dialogues { get; init; } = new();

    /// <summary>Whom to tell about a weakness.</summary>
    public SecuritySettings Security { get; init; } = new();

    /// <summary>The library that maps rows to records.</summary>
    public AutoMapperSettings AutoMapper { get; init; } = new();

    /// <summary>The settings as the files, the environment and the command line give them.</summary>
    /// <exception cref="StartException">One is wrong, or nobody reads it.</exception>
    public static Settings Read(IConfiguration configuration) => SettingsReader.Read(configuration);
}

/// <summary>The engines that can hold the data.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, no server.</summary>
    Sqlite,

    /// <summary>SQL Server or Azure SQL.</summary>
    SqlServer,
}

/// <inheritdoc cref="Settings.Database" />
public sealed record DatabaseSettings
{
    /// <summary>The engine.</summary>
    [NotEmpty]
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Where the SQLite file lies; null for <c>data</c> beside the solution or the service.</summary>
    [NotEmpty]
    public string? Folder { get; init; }

    /// <summary>Whether a new database gets the shipped data set.</summary>
    public bool Seed { get; init; } = true;

    /// <summary>Seconds that a starting node waits for SQL Server before it ends; 0 for not at all.</summary>
    [Range(0, 86_400)]
    public int WaitSeconds { get; init; } = 60;
}

/// <inheritdoc cref="Settings.ConnectionStrings" />
public sealed record ConnectionStringSettings
{
    /// <summary>How to reach SQL Server.</summary>
    [Secret]
    public string? OpenGov { get; init; }

    /// <summary>A copy of it to read from.</summary>
    [Secret]
    public string? OpenGovReplica { get; init; }

    /// <summary>The cache that several nodes share.</summary>
    [Secret]
    public string? Redis { get; init; }
}

/// <inheritdoc cref="Settings.Redis" />
public sealed record RedisSettings
{
    /// <summary>Milliseconds that an answer waits for it.</summary>
    [Range(1, 60_000)]
    public int TimeoutMilliseconds { get; init; } = 250;
}

/// <inheritdoc cref="Settings.Dashboard" />
public sealed record DashboardSettings
{
    /// <summary>A build of the dashboard; null for the one that comes with the service.</summary>
    [BuiltDashboard]
    public string? Folder { get; init; }

    /// <summary>Who runs this site, by name, as its pages say; null for what the dashboard's <c>config.json</c> says.</summary>
    public string? Operator { get; init; }

    /// <summary>Page of whoever runs it.</summary>
    [PageAddress]
    public string? OperatorPage { get; init; }

    /// <summary>How readers reach them: <c>mailto:</c>, <c>https:</c> or <c>tel:</c>.</summary>
    [Contact]
    public string? Contact { get; init; }

    /// <summary>Repository whose issue form (<c>/issues/new</c>) takes corrections.</summary>
    [PageAddress]
    public string? Repository { get; init; }
}

/// <inheritdoc cref="Settings.Proxy" />
public sealed record ProxySettings
{
    /// <summary>Addresses or networks of proxies whose forwarded headers are believed; without any, no such header is read.</summary>
    [NetworkAddress]
    public IReadOnlyList<string> Known { get; init; } = [];
}

/// <inheritdoc cref="Settings.RateLimit" />
public sealed record RateLimitSettings
{
    /// <summary>Requests that a client without a key may make in a window, by address; 0 for no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int Requests { get; init; } = 30_000;

    /// <summary>Seconds of a window.</summary>
    [Range(1, 86_400)]
    public int WindowSeconds { get; init; } = 60;

    /// <summary>Requests that the holder of a key or a token may make in a window.</summary>
    [Range(1, 1_000_000_000)]
    public int KeyRequests { get; init; } = 120_000;

    /// <summary>Wrong credentials in a window after which no new one from that address is looked at.</summary>
    [Range(1, 1_000_000_000)]
    public int WrongCredentials { get; init; } = 20;

    /// <summary>Records that the holder of a key or a token may write in a window; each write of a batch counts.</summary>
    [Range(1, 1_000_000_000)]
    public int Writes { get; init; } = 3_000;
}

/// <inheritdoc cref="Settings.Reading" />
public sealed record ReadingSettings
{
    /// <summary>Threads on which answers are computed; 0 for twice the processors and at least 4. One client gets half of them.</summary>
    [Range(0, 1_000)]
    public int Threads { get; init; }
}

/// <inheritdoc cref="Settings.Exports" />
public sealed record ExportsSettings
{
    /// <summary>Exports that go out at the same time.</summary>
    [Range(1, 10_000)]
    public int AtOnce { get; init; } = 16;

    /// <summary>Exports that go out to one client at the same time.</summary>
    [Range(1, 10_000)]
    public int PerClient { get; init; } = 3;
}

/// <inheritdoc cref="Settings.Cache" />
public sealed record CacheSettings
{
    /// <summary>Memory for finished answers, in MiB.</summary>
    [Range(1, 1_000_000)]
    public int Megabytes { get; init; } = 64;
}

/// <inheritdoc cref="Settings.Files" />
public sealed record FilesSettings
{
    /// <summary>Where they lie; null for <c>files</c> in the folder of the database.</summary>
    public string? Folder { get; init; }

    /// <summary>Size of a file, in MiB.</summary>
    [Range(1, 2_000)]
    public int MostMegabytes { get; init; } = 20;

    /// <summary>Size of all files in the folder together, in GiB. How much a bucket holds is its own to say.</summary>
    [Range(1, 1_000_000)]
    public int MostGigabytes { get; init; } = 10;

    /// <summary>A bucket in the place of a folder.</summary>
    public S3Settings S3 { get; init; } = new();
}

/// <inheritdoc cref="FilesSettings.S3" />
public sealed record S3Settings
{
    /// <summary>Its name; null for files in a folder.</summary>
    public string? Bucket { get; init; }

    /// <summary>Address of a store that speaks like S3; null for that of Amazon.</summary>
    [PageAddress]
    public string? Endpoint { get; init; }

    /// <summary>Its region.</summary>
    public string? Region { get; init; }

    /// <summary>Key by which it is reached; null for what the environment offers (variables, a role of the machine).</summary>
    [Secret]
    public string? AccessKey { get; init; }

    /// <summary>The secret of that key.</summary>
    [Secret]
    public string? SecretKey { get; init; }

    /// <summary>Whether the bucket stands in the path of its address, as most stores beside Amazon's have it, and not in its host.</summary>
    public bool PathStyle { get; init; }
}

/// <inheritdoc cref="Settings.Dialogues" />
public sealed record DialogueSettings
{
    /// <summary>Days within which a proposal gets its reasoned response, unless whoever answers it sets another date.</summary>
    [Range(1, 3_650)]
    public int ResponseDays { get; init; } = 60;
}

/// <inheritdoc cref="Settings.Webhooks" />
public sealed record WebhookSettings
{
    /// <summary>Addresses or networks that are told of changes although they are private; without any, only those of the internet are.</summary>
    [NetworkAddress]
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];
}

/// <inheritdoc cref="Settings.Security" />
public sealed record SecuritySettings
{
    /// <summary>What <c>/.well-known/security.txt</c> names; null for the page about the service.</summary>
    [Contact]
    public string? Contact { get; init; }
}

/// <inheritdoc cref="Settings.AutoMapper" />
public sealed record AutoMapperSettings
{
    /// <summary>The key of who has one; null under RPL-1.5.</summary>
    [Secret]
    public string? LicenseKey { get; init; }
}
