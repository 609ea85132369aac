using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace OpenGov.Api.Tests;

/// <summary>A setting that is wrong, or that nobody reads, is said before anything is done.</summary>
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
        });
    }

    [TestCase("RateLimit:WindowSeconds", "0", "RateLimit:WindowSeconds is '0'", "from 1 to")]
    [TestCase("RateLimit:WindowSeconds", "soon", "RateLimit:WindowSeconds is 'soon'", "from 1 to")]
    [TestCase("RateLimit:Requests", "-1", "RateLimit:Requests is '-1'", "from 0 to")]
    [TestCase("RateLimit:Requests", "1e9", "RateLimit:Requests is '1e9'", "whole number")]
    [TestCase("Redis:TimeoutMilliseconds", "99999999999", "Redis:TimeoutMilliseconds", "from 1 to")]
    [TestCase("Database:Provider", "Oracle", "Database:Provider is 'Oracle'", "Sqlite or SqlServer")]
    [TestCase("Database:Seed", "maybe", "Database:Seed is 'maybe'", "true or false")]
    [TestCase("Database:Seeds", "false", "Database:Seeds is not a setting", "Database:Seed?")]
    [TestCase("Database:Colour", "red", "Database:Colour is not a setting", "Database:Folder")]
    [TestCase("Databse:Folder", "x", "Databse is not a setting", "Database?")]
    [TestCase("PublicAdress", "https://example.org", "PublicAdress is not a setting", "PublicAddress?")]
    [TestCase("Database", "x", "Database is a section", "Database:Folder")]
    [TestCase("Database:Folder:x", "y", "Database:Folder:x", "Database:Folder")]
    [TestCase("Proxy:Known:0", "proxy.example.org", "Proxy:Known is 'proxy.example.org'", "10.0.0.0/8")]
    [TestCase("Proxy:Known:0", "10.0.0.0/99", "Proxy:Known is '10.0.0.0/99'", "10.0.0.0/8")]
    [TestCase("PublicAddress", "opengov.example.org", "PublicAddress is 'opengov.example.org'", "https://")]
    [TestCase("PublicAddress", "https://example.org/?a=b", "PublicAddress", "without a query")]
    [TestCase("AllowedHosts", "https://example.org", "AllowedHosts", "without a scheme")]
    [TestCase("Security:Contact", "somebody", "Security:Contact is 'somebody'", "mailto:")]
    [TestCase("Dashboard:Folder", "/nowhere", "Dashboard:Folder is '/nowhere'", "index.html")]
    [TestCase("ConnectionStrings:OpenGovReplica", "Server=x", "ConnectionStrings:OpenGovReplica", "SQLite has no copies")]
    [TestCase("ConnectionStrings:Redis", ",,", "ConnectionStrings:Redis", "redis.example.org:6379")]
    [TestCase("Access:Oidc:Authority", "https://id.example.org", "Access:Oidc:Audience", "Give the audience")]
    [TestCase("Access:Oidc:Authority", "id.example.org", "Access:Oidc:Authority is 'id.example.org'", "https://")]
    [TestCase("Access:Oidc:Authority", "http://id.example.org", "Access:Oidc:Authority is 'http://id.example.org'", "https")]
    [TestCase("Access:Oidc:Audience", "opengov", "Access:Oidc:Authority", "leave the others out")]
    [TestCase("Access:Oidc:Roles:Editor", "secretaria", "Access:Oidc:Authority", "leave the others out")]
    [TestCase("Access:Oidc:Issuer", "x", "Access:Oidc:Issuer is not a setting", "There is Access:Oidc:Authority")]
    [TestCase("Access:Oidc:Roles:Editr", "x", "Access:Oidc:Roles:Editr is not a setting", "Access:Oidc:Roles:Editor?")]
    [TestCase("Access:Oidc:Roles", "x", "Access:Oidc:Roles is a section", "Access:Oidc:Roles:Editor")]
    [TestCase("RateLimit:WrongCredentials", "0", "RateLimit:WrongCredentials is '0'", "from 1 to")]
    [TestCase("Urls", "http://127.0.0.1:abc", "Urls is 'http://127.0.0.1:abc'", "port")]
    [TestCase("Urls", "http://127.0.0.1:70000", "Urls is 'http://127.0.0.1:70000'", "port")]
    [TestCase("Urls", "http://127.0.0.1.5:80", "Urls", "neither an address")]
    [TestCase("Urls", "http://localhsot:5080", "Urls", "neither an address")]
    [TestCase("Urls", "127.0.0.1:5080", "Urls", "no address of HTTP")]
    [TestCase("Kestrel:Endpoints:A:Url", "http://[::1]:x", "Kestrel:Endpoints:A:Url", "port")]
    [TestCase("HTTP_PORTS", "80;web", "HTTP_PORTS is 'web'", "0 to 65535")]
    public void A_setting_that_is_wrong_is_refused_with_its_name_its_value_and_what_would_be_right(string setting, string value, string names, string right) =>
        Assert.That(() => Read((setting, value)), Throws.InstanceOf<StartException>().With.Message.Contains(names).And.Message.Contains(right));

    [Test]
    public void An_identity_server_on_this_machine_may_be_plain_http_and_two_roles_of_one_name_are_refused()
    {
        (string, string)[] local = [("Access:Oidc:Authority", "http://127.0.0.1:8080/realms/a"), ("Access:Oidc:Audience", "opengov")];
        Assert.That(Read(local).Access.Oidc.Roles.Editor, Is.EqualTo("editor"));
        Assert.That(
            () => Read([.. local, ("Access:Oidc:Roles:Admin", "editor")]),
            Throws.InstanceOf<StartException>().With.Message.Contains("'editor' to Editor and Admin"));
    }

    [TestCase("Server=sql.example.org;Password=geheim;heim=x")]
    [TestCase("Server=sql.example.org;Password='geheim")]
    [TestCase("Password=geheim")]
    [TestCase("geheim")]
    public void A_connection_string_that_is_wrong_is_refused_without_a_word_of_it(string value) => Assert.That(
        () => Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:OpenGov", value)),
        Throws.InstanceOf<StartException>().With.Message.Contains("ConnectionStrings:OpenGov").And.Message.Not.Contain("heim"));

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
            ("AllowedHosts", "a.example.org;*.b.example.org"), ("Proxy:Known:0", "10.0.0.1"), ("Proxy:Known:1", "fd00::/8"), ("Logging:LogLevel:Default", "Warning"), ("ConnectionStrings:OpenGov_ProviderName", "x"));
        Assert.That(settings.AllowedHosts, Is.EqualTo((string[])["a.example.org", "*.b.example.org"]));
        Assert.That(settings.Proxy.Known, Is.EqualTo((string[])["10.0.0.1", "fd00::/8"]));
    }

    [Test]
    public void The_README_lists_every_setting_with_its_default_and_no_other()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "README.md")).Select(line => Row().Match(line)).Where(match => match.Success)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        Assert.That(rows.Keys, Is.EquivalentTo(SettingsReader.All.Select(setting => setting.Key).Append("Urls")));
        Assert.Multiple(() =>
        {
            foreach (var (key, value) in SettingsReader.All.Where(setting => setting.Default is string or int or bool or DatabaseProvider))
            {
                var written = value is bool yes ? yes ? "true" : "false" : FormattableString.Invariant($"{value}");
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

    [GeneratedRegex("^\\| `([A-Za-z:]+)` \\|([^|]*)\\|")]
    private static partial Regex Row();
}
