using System.Net;
using System.Security.Claims;
using OpenGov.Api.Access;
using OpenGov.Api.Records;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>Who a client is, what a role and a scope are, and in which form an id is kept.</summary>
[Category("Quick")]
public sealed class WhoAndWhereTests
{
    [TestCase("national", "national")]
    [TestCase("NATIONAL", "national")]
    [TestCase("mx-dur", "MX-DUR")]
    [TestCase("10", "MX-DUR")]
    [TestCase("1", "MX-AGU")]
    [TestCase("MX-XXX", null)]
    [TestCase("99", null)]
    [TestCase("", null)]
    public void A_scope_is_the_country_or_a_state_of_the_catalogue(string given, string? scope) =>
        Assert.That(Scope.Read(given), Is.EqualTo(scope));

    [TestCase("MX-DUR", "MX-DUR")]
    [TestCase("MX-DUR-PAL1", "MX-DUR")]
    [TestCase("MX-DUR-PAL1-C2", "MX-DUR")]
    [TestCase("MX-NAP4-C10", "national")]
    [TestCase("MX", "national")]
    [TestCase("inai", "national")]
    public void A_record_belongs_to_the_state_that_its_id_begins_with(string id, string scope) =>
        Assert.That(Scope.OfRecord(id), Is.EqualTo(scope));

    [TestCase("MX-DUR", "MX-DUR", null)]
    [TestCase("MX-DUR", "MX-DUR,MX-JAL", "MX-JAL")]
    [TestCase("MX-DUR,MX-JAL", "MX-DUR,MX-JAL", null)]
    [TestCase("MX-DUR", "", "national")]
    [TestCase("national", "", null)]
    [TestCase("national", "MX-DUR", "MX-DUR")]
    public void What_reaches_nowhere_is_of_the_whole_country(string has, string reaches, string? missing)
    {
        string[] scopes = [.. reaches.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        var caller = new Caller("x", Role.Admin, has.Split(','), null, null);
        Assert.That((caller.FirstBeyond(scopes), caller.Covers(scopes)), Is.EqualTo((missing, missing is null)));
    }

    [TestCase("states", "mx-dur", "MX-DUR")]
    [TestCase("states", "10", "MX-DUR")]
    [TestCase("states", "010", "010")]
    [TestCase("states", "+1", "+1")]
    [TestCase("states", "99", "99")]
    [TestCase("plans", "mx-nap4", "MX-NAP4")]
    [TestCase("plans", "10", "10")]
    [TestCase("organizations", "INAI", "inai")]
    [TestCase("metric_indicators", "A", "a")]
    [TestCase("terms", "A", "a")]
    [TestCase("instruments", "A", "a")]
    [TestCase("trainings", "A", "a")]
    [TestCase("timeline", "A", "a")]
    [TestCase("headline_figures", "A", "a")]
    [TestCase("sources", "aB", "aB")]
    [TestCase("metric_values", "aB", "aB")]
    [TestCase("plan_members", "aB", "aB")]
    [TestCase("secretariat_members", "aB", "aB")]
    public void An_id_is_kept_in_one_form(string table, string given, string kept) =>
        Assert.That(RecordId.Canonical(table, given), Is.EqualTo(kept));

    [TestCase("contributor", Role.Contributor)]
    [TestCase("verifier", Role.Verifier)]
    [TestCase("editor", Role.Editor)]
    [TestCase("admin", Role.Admin)]
    [TestCase("Admin", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_role_is_known_by_its_name(string? name, Role? role) => Assert.That(Roles.Read(name), Is.EqualTo(role));

    [Test]
    public void Roles_are_named_from_the_one_that_may_least() =>
        Assert.That(Roles.Names, Is.EqualTo((string[])["contributor", "verifier", "editor", "admin"]));

    [TestCase("192.0.2.1", "192.0.2.1")]
    [TestCase("::ffff:192.0.2.1", "192.0.2.1")]
    [TestCase("2001:db8:1:2:3:4:5:6", "20010db800010002/64")]
    [TestCase("2001:db8:1:2:ffff::", "20010db800010002/64")]
    [TestCase("2001:db8:1:3::", "20010db800010003/64")]
    public void An_address_is_one_client_whatever_its_owner_may_choose_of_it(string address, string client) =>
        Assert.That(Client.Address(IPAddress.Parse(address)), Is.EqualTo(client));

    [Test]
    public void No_address_is_no_client() => Assert.That(Client.Address(null), Is.Empty);

    [Test]
    public void A_caller_is_the_same_after_the_framework_has_carried_it()
    {
        var whole = new Caller("k1", Role.Editor, ["MX-DUR", "national"], "inai", 500);
        var bare = new Caller("k2", null, [], null, null);
        foreach (var caller in (Caller[])[whole, bare])
        {
            var carried = Caller.Of(caller.ToPrincipal("key"))!;
            Assert.That(carried with { Scopes = caller.Scopes }, Is.EqualTo(caller));
            Assert.That(carried.Scopes, Is.EqualTo(caller.Scopes));
        }

        Assert.That(whole.ToPrincipal("key").Identity!.AuthenticationType, Is.EqualTo("key"));
        Assert.That(whole.ToPrincipal("key").Identity!.Name, Is.EqualTo("k1"));
        Assert.That(Caller.Of(new ClaimsPrincipal(new ClaimsIdentity())), Is.Null);
    }
}
