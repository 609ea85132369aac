using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace OpenGov.Api.Tests;

/// <summary>A setting that is wrong, or that nobody reads, is said before anything is done.</summary>
[Category("Quick")]
public sealed partial class SettingsTests
{
    [Test]
    public void Without_a_setting_nobody_is_trusted()
    {
        var settings = Read();
        Assert.Multiple(() =>
        {
            Assert.That(settings.Proxy.Known, Is.Empty);
            Assert.That(settings.PublicAddress, Is.Null);
            Assert.That(settings.Database.Provider, Is.EqualTo(DatabaseProvider.Sqlite));
            Assert.That(settings.RateLimit.Requests, Is.GreaterThan(0));
            Assert.That(settings.RateLimit.WrongCredentials, Is.EqualTo(20));
        });
    }

    [TestCase("RateLimit:WindowSeconds", "0", "RateLimit:WindowSeconds is '0'", "from 1 to")]
    [TestCase("RateLimit:WindowSeconds", "soon", "RateLimit:WindowSeconds is 'soon'", "from 1 to")]
    [TestCase("RateLimit:Requests", "-1", "RateLimit:Requests is '-1'", "from 0 to")]
    [TestCase("RateLimit:Requests", "1e9", "RateLimit:Requests is '1e9'", "whole number")]
    [TestCase("Redis:TimeoutMilliseconds", "99999999999", "Redis:TimeoutMilliseconds", "from 1 to")]
    [TestCase("Database:Provider", "Oracle", "Database:Provider is 'Oracle'", "Sqlite or SqlServer")]
    [TestCase("Database:Seed", "maybe", "Database:Seed is 'maybe'", "true or false")]
    [TestCase("Database:Seeds", "false", "Database:Seeds is not a setting", "'Database:Seed'?")]
    [TestCase("Database:Colour", "red", "Database:Colour is not a setting", "Database:Folder")]
    [TestCase("Files:MostMegabytes", "0", "Files:MostMegabytes is '0'", "from 1 to")]
    [TestCase("Files:S3:Region", "mx-central-1", "Files:S3:Bucket is not", "Name the bucket")]
    [TestCase("Files:S3:Bucket", "evidencia", "nothing says where it is", "Files:S3:Endpoint")]
    [TestCase("Databse:Folder", "x", "Databse is not a setting", "'Database'?")]
    [TestCase("PublicAdress", "https://example.org", "PublicAdress is not a setting", "'PublicAddress'?")]
    [TestCase("Database", "x", "Database is a section", "Database:Folder")]
    [TestCase("Database:Folder:x", "y", "Database:Folder:x", "Database:Folder")]
    [TestCase("Proxy:Known:0", "proxy.example.org", "Proxy:Known is 'proxy.example.org'", "10.0.3.0/24")]
    [TestCase("Proxy:Known:0", "10.0.0.0/99", "Proxy:Known is '10.0.0.0/99'", "10.0.3.0/24")]
    [TestCase("PublicAddress", "opengov.example.org", "PublicAddress is 'opengov.example.org'", "https://")]
    [TestCase("Proxy:Known:0", "127.1", "Proxy:Known is '127.1'", "whole addresses")]
    [TestCase("Proxy:Known:0", "010.0.0.1", "Proxy:Known is '010.0.0.1'", "whole addresses")]
    [TestCase("Proxy:Known:0", "10.0.0.1/8", "Proxy:Known is '10.0.0.1/8'", "without bits behind")]
    [TestCase("Proxy:Known:0", "10.0/8", "Proxy:Known is '10.0/8'", "whole addresses")]
    [TestCase("Proxy:Known:0", "fd00::1/64", "Proxy:Known is 'fd00::1/64'", "without bits behind")]
    [TestCase("Proxy:Known:0", "0.0.0.0/0", "Proxy:Known is '0.0.0.0/0'", "from /8")]
    [TestCase("Proxy:Known:0", "128.0.0.0/1", "Proxy:Known is '128.0.0.0/1'", "from /8")]
    [TestCase("Proxy:Known:0", "::/0", "Proxy:Known is '::/0'", "from /7")]
    [TestCase("Proxy:Known:0", "2000::/3", "Proxy:Known is '2000::/3'", "from /7")]
    [TestCase("Proxy:Known:0", "::ffff:0:0/96", "Proxy:Known", "whole addresses")]
    [TestCase("Proxy:Known:0", "0.0.0.0", "Proxy:Known is '0.0.0.0'", "whole addresses")]
    [TestCase("Proxy:Known:0", "10.0.0.0/8/8", "Proxy:Known", "whole addresses")]
    [TestCase("Proxy:Known", "10.0.0.5, ::", "Proxy:Known is '::'", "whole addresses")]
    [TestCase("PublicAddress", "https://example.org/?a=b", "PublicAddress", "a query")]
    [TestCase("PublicAddress", "https://example.org/opengov", "PublicAddress is 'https://example.org/opengov'", "without a path")]
    [TestCase("PublicAddress", "https://0.0.0.0:5080", "PublicAddress is 'https://0.0.0.0:5080'", "as readers see it")]
    [TestCase("PublicAddress", "https://méxico.example.org", "PublicAddress", "ASCII")]
    [TestCase("PublicAddress", "https://example.org:0", "PublicAddress", "as readers see it")]
    [TestCase("AllowedHosts", "example.org:443", "AllowedHosts is 'example.org:443'", "a port")]
    [TestCase("Security:Contact", "http://example.org/security", "Security:Contact is 'http://example.org/security'", "https://")]
    [TestCase("Security:Contact", "mailto:", "Security:Contact is 'mailto:'", "mailto:security@example.org")]
    [TestCase("Security:Contact", "tel:nobody", "Security:Contact is 'tel:nobody'", "tel:+")]
    [TestCase("Database:Folder", "", "Database:Folder is empty", "leave the setting out")]
    [TestCase("Database:Folder", " ", "Database:Folder is empty", "leave the setting out")]
    [TestCase("Database:Provider", "", "Database:Provider is empty", "leave the setting out")]
    [TestCase("Urls", "", "Urls is empty", "http://127.0.0.1:5080")]
    [TestCase("Urls", "http://127.1:5080", "Urls is 'http://127.1:5080'", "neither an address")]
    [TestCase("Urls", "http://localhost:0", "Urls is 'http://localhost:0'", "http://127.0.0.1:0")]
    [TestCase("Exports:PerClient", "17", "Exports:PerClient is 17", "Exports:AtOnce, which is 16")]
    [TestCase("Exports:AtOnce", "2", "Exports:PerClient is 3", "at most 2")]
    [TestCase("ConnectionStrings:Redis", "::::", "ConnectionStrings:Redis names no server", "redis.example.org:6379")]
    [TestCase("ConnectionStrings:Redis", "redis example:6379", "ConnectionStrings:Redis", "redis.example.org:6379")]
    [TestCase("ConnectionStrings:Redis", "redis:70000", "ConnectionStrings:Redis", "redis.example.org:6379")]
    [TestCase("ConnectionStrings:Redis", "0.0.0.0:6379", "ConnectionStrings:Redis", "redis.example.org:6379")]
    [TestCase("ConnectionStrings:OpenGov", "Server=sql;Database=OpenGov", "Database:Provider is Sqlite", "Give Database:Provider")]
    [TestCase("ConnectionStrings:OpenGov", "Data Source=sql;Initial Catalog=x", "Database:Provider is Sqlite", "Give Database:Provider")]
    [TestCase("ConnectionStrings:OpenGov", "Data Source=:memory:", "must name a file", "Data Source=/data/opengov.db")]
    [TestCase("ConnectionStrings:OpenGov", "Data Source=a.db;Mode=ReadOnly", "nothing else can be set", "Data Source=/data/opengov.db")]
    [TestCase("ConnectionStrings:OpenGov", "Mode=ReadOnly", "must name a file", "Data Source=/data/opengov.db")]
    [TestCase("Logging:LogLevel:Default", "Informational", "Logging:LogLevel:Default is 'Informational'", "Information")]
    [TestCase("Logging:Console:LogLevel:Default", "loud", "Logging:Console:LogLevel:Default is 'loud'", "Warning")]
    [TestCase("Logging:Console:FormatterName", "jsn", "Logging:Console:FormatterName is 'jsn'", "json")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT is 'collector:4317'", "http://collector:4317")]
    [TestCase("Nope:X", "1", "Nope:X is not a setting", "README")]
    [TestCase("AllowedHosts", "https://example.org", "AllowedHosts", "without a scheme")]
    [TestCase("Security:Contact", "somebody", "Security:Contact is 'somebody'", "mailto:")]
    [TestCase("AllowedHosts", ";;", "AllowedHosts is ';;'", "leave the setting out")]
    [TestCase("Proxy:Known", " , ", "Proxy:Known is ' , '", "leave the setting out")]
    [TestCase("Proxy:Known:0:x", "127.0.0.1", "Proxy:Known:0:x is no setting", "list of values")]
    [TestCase("Dashboard:Folder", "/nowhere", "Dashboard:Folder is '/nowhere'", "index.html")]
    [TestCase("ConnectionStrings:OpenGovReplica", "Server=x", "ConnectionStrings:OpenGovReplica", "SQLite has no copies")]
    [TestCase("ConnectionStrings:Redis", ",,", "ConnectionStrings:Redis", "redis.example.org:6379")]
    [TestCase("Access:Oidc:Authority", "https://id.example.org", "Access:Oidc:Audience", "Give the audience")]
    [TestCase("Access:Oidc:Authority", "id.example.org", "Access:Oidc:Authority is 'id.example.org'", "https://")]
    [TestCase("Access:Oidc:Authority", "http://id.example.org", "Access:Oidc:Authority is 'http://id.example.org'", "https")]
    [TestCase(
        "Access:Oidc:Authority",
        "https://id.example.org/.well-known/openid-configuration",
        "Access:Oidc:Authority is 'https://id.example.org/.well-known/openid-configuration'",
        "as it stands in its tokens"
    )]
    [TestCase("Access:Oidc:RoleClaim", "a..b", "Access:Oidc:RoleClaim is 'a..b'", "realm_access.roles")]
    [TestCase("Access:Oidc:Audience", "opengov", "Access:Oidc:Authority", "leave the others out")]
    [TestCase("Access:Oidc:Roles:Editor", "secretaria", "Access:Oidc:Authority", "leave the others out")]
    [TestCase("Access:Oidc:Issuer", "x", "Access:Oidc:Issuer is not a setting", "There is Access:Oidc:Authority")]
    [TestCase("Access:Oidc:Roles:Editr", "x", "Access:Oidc:Roles:Editr is not a setting", "'Access:Oidc:Roles:Editor'?")]
    [TestCase("Access:Oidc:Roles", "x", "Access:Oidc:Roles is a section", "Access:Oidc:Roles:Editor")]
    [TestCase("RateLimit:WrongCredentials", "0", "RateLimit:WrongCredentials is '0'", "from 1 to")]
    [TestCase("Urls", "http://127.0.0.1:abc", "Urls is 'http://127.0.0.1:abc'", "port")]
    [TestCase("Urls", "http://127.0.0.1:70000", "Urls is 'http://127.0.0.1:70000'", "port")]
    [TestCase("Urls", "http://127.0.0.1.5:80", "Urls", "neither an address")]
    [TestCase("Urls", "http://localhsot:5080", "Urls", "neither an address")]
    [TestCase("Urls", "127.0.0.1:5080", "Urls", "no address of HTTP")]
    [TestCase("Kestrel:Endpoints:A:Url", "http://[::1]:x", "Kestrel:Endpoints:A:Url", "port")]
    [TestCase("HTTP_PORTS", "80;web", "HTTP_PORTS is 'web'", "0 to 65535")]
    public void A_setting_that_is_wrong_is_refused_with_its_name_its_value_and_what_would_be_right(
        string setting,
        string value,
        string names,
        string right
    ) =>
        Assert.That(
            () => Read((setting, value)),
            Throws.InstanceOf<StartException>().With.Message.Contains(names).And.Message.Contains(right)
        );

    [Test]
    public void An_identity_server_on_this_machine_may_be_plain_http_and_two_roles_of_one_name_are_refused()
    {
        (string, string)[] local = [("Access:Oidc:Authority", "http://127.0.0.1:8080/realms/a"), ("Access:Oidc:Audience", "opengov")];
        Assert.That(Read(local).Access.Oidc.Roles.Editor, Is.EqualTo("editor"));
        Assert.That(
            () => Read([.. local, ("Access:Oidc:Roles:Admin", "editor")]),
            Throws.InstanceOf<StartException>().With.Message.Contains("'editor' to Editor and Admin")
        );
    }

    [TestCase("Server=sql.example.org;Password=geheim;heim=x")]
    [TestCase("Server=sql.example.org;Password='geheim")]
    [TestCase("Password=geheim")]
    [TestCase("geheim")]
    public void A_connection_string_that_is_wrong_is_refused_without_a_word_of_it(string value) =>
        Assert.That(
            () => Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:OpenGov", value)),
            Throws.InstanceOf<StartException>().With.Message.Contains("ConnectionStrings:OpenGov").And.Message.Not.Contain("heim")
        );

    [TestCase("Server=sql.example.org,99999")]
    [TestCase("Server=sql.example.org,1433,5")]
    [TestCase("Server=tcp:,1433")]
    [TestCase("Server=/data/opengov.db")]
    public void A_server_that_can_be_none_is_refused_by_its_name(string value) =>
        Assert.That(
            () => Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:OpenGov", value)),
            Throws.InstanceOf<StartException>().With.Message.Contains("is no server")
        );

    [TestCase("tcp:sql.example.org,1433")]
    [TestCase("(localdb)\\MSSQLLocalDB")]
    [TestCase("sql.example.org\\instance")]
    [TestCase("np:\\\\host\\pipe\\sql")]
    [TestCase("[::1],1433")]
    [TestCase(".")]
    public void A_server_in_any_of_its_forms_is_taken(string server) =>
        Assert.That(
            () => Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:OpenGov", $"Server={server};Database=OpenGov")),
            Throws.Nothing
        );

    [TestCase("https://example.org", "other.example.org", false)]
    [TestCase("https://example.org", "*.example.org", false)]
    [TestCase("https://a.example.org:8443", "*.example.org;b.example.net", true)]
    [TestCase("https://A.example.org/", "a.EXAMPLE.org", true)]
    [TestCase("https://[::1]:5080", "[::1]", true)]
    [TestCase("https://example.org", "other.example.org;*", true)]
    public void The_host_of_the_public_address_is_among_those_that_are_answered(string address, string hosts, bool fits)
    {
        var refused = Throws.InstanceOf<StartException>().With.Message.Contains("AllowedHosts is").And.Message.Contains("PublicAddress");
        Assert.That(() => Read(("PublicAddress", address), ("AllowedHosts", hosts)), fits ? Throws.Nothing : refused);
    }

    [TestCase("redis.example.org:6379,password=x")]
    [TestCase("redis_cache:6379")]
    [TestCase("redis")]
    [TestCase("10.0.0.9:6379,10.0.0.10:6379")]
    [TestCase("[fd00::5]:6379")]
    public void A_shared_cache_in_any_of_its_forms_is_taken(string value) =>
        Assert.That(() => Read(("ConnectionStrings:Redis", value)), Throws.Nothing);

    [TestCase("False", false)]
    [TestCase("false", false)]
    [TestCase("FALSE", false)]
    [TestCase("True", true)]
    [TestCase("", true)]
    public void How_a_yes_or_no_is_spelled_does_not_matter(string value, bool expected) =>
        Assert.That(Read(("Database:Seed", value)).Database.Seed, Is.EqualTo(expected));

    [TestCase("http://*:5080")]
    [TestCase("http://+:80;https://localhost:5443")]
    [TestCase("http://[::1]:5080/")]
    [TestCase("http://0.0.0.0")]
    [TestCase("http://unix:/run/opengov.sock")]
    public void An_address_to_listen_on_that_is_right_is_taken(string urls) => Assert.That(() => Read(("Urls", urls)), Throws.Nothing);

    [Test]
    public void A_list_is_taken_in_one_line_or_item_by_item_and_what_belongs_to_others_is_let_be()
    {
        var settings = Read(
            ("AllowedHosts", "a.example.org;*.b.example.org"),
            ("Proxy:Known:0", "10.0.0.1"),
            ("Proxy:Known:1", "fd00::/8"),
            ("Logging:LogLevel:Default", "Warning"),
            ("ConnectionStrings:OpenGov_ProviderName", "x")
        );
        Assert.That(settings.AllowedHosts, Is.EqualTo((string[])["a.example.org", "*.b.example.org"]));
        Assert.That(settings.Proxy.Known, Is.EqualTo((string[])["10.0.0.1", "fd00::/8"]));
    }

    [Test]
    public void The_README_lists_every_setting_with_its_default_and_no_other()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "README.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        Assert.That(rows.Keys, Is.EquivalentTo(SettingsReader.All.Select(setting => setting.Key).Append("Urls")));
        Assert.Multiple(() =>
        {
            foreach (
                var (key, value) in SettingsReader.All.Where(setting => setting.Default is string or int or bool or DatabaseProvider).Some()
            )
            {
                var written = value is bool yes
                    ? yes
                        ? "true"
                        : "false"
                    : FormattableString.Invariant($"{value}");
                Assert.That(rows[key], Is.EqualTo($"`{written}`"), key);
            }
        });
    }

    private static Settings Read(params (string Key, string Value)[] given)
    {
        var configuration = new ConfigurationManager();
        configuration.AddCommandLine([.. given.Select(setting => $"--{setting.Key}={setting.Value}")]);
        return Settings.Read(configuration);
    }

    [GeneratedRegex("^\\| `([A-Za-z0-9:]+)` \\|([^|]*)\\|")]
    private static partial Regex Row();
}
