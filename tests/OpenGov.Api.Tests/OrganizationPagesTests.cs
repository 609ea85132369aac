using System.Net;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>What the pages of organisations say of the shipped data, counted by hand, and what leads to them.</summary>
[Parallelizable]
public sealed class OrganizationPagesTests
{
    private OpenGovApplication app;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await OpenGovApplication.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("", "Organizaciones que constan aquí: 143. Gobierno: 55. Sociedad civil: 47. Organismo garante: 18. Organismo autónomo: 8. ")]
    [TestCase("?level=international", "Organizaciones que constan aquí: 4. ")]
    [TestCase("?sector=international", "Organizaciones que constan aquí: 4. ")]
    [TestCase("?sector=civil_society&state=MX-DUR", "Organizaciones que constan aquí: 1. ")]
    [TestCase("?sector=private_sector,academia", "Organizaciones que constan aquí: 10. ")]
    [TestCase("?lang=en", "Organisations on record here: 143. Government: 55. Civil society: 47. Oversight body: 18. ")]
    public async Task The_list_says_how_many_there_are_of_which_sector(string query, string said) =>
        Assert.That(await TextAsync($"/organizations{query}"), Does.Contain(said));

    [Test]
    public async Task All_of_them_are_reached_by_links_alone_and_each_once()
    {
        var (seen, address) = (new List<string>(), (string)"/organizations");
        while (address is not null)
        {
            var html = await HtmlAsync(address);
            seen.AddRange(
                Regex.Matches(html, "<th scope=\"row\"[^>]*>\\s*<a href=\"/organizations/([^\"]+)\"").Select(one => one.Groups[1].Value)
            );
            address = Regex.Match(html, "href=\"([^\"]+)\"[^>]*>Los que siguen<") is { Success: true } next
                ? WebUtility.HtmlDecode(next.Groups[1].Value)
                : null;
        }

        var all = (await app.AllAsync("organizations?limit=500")).Some().Select(one => one.GetProperty("id").GetString());
        Assert.That(seen, Is.EquivalentTo(all).And.Count.EqualTo(143));
    }

    [TestCase("/organizations/inai", "Existió hasta 20 de marzo de 2025")]
    [TestCase("/organizations/inai", "Le siguió Transparencia para el Pueblo")]
    [TestCase("/organizations/inmujeres", "Le siguió Secretaría de las Mujeres")]
    [TestCase("/organizations/transparencia-para-el-pueblo", "Antes de ella Instituto Nacional de Transparencia")]
    [TestCase("/organizations/sfp", "Compromisos que constan aquí: 4. ")]
    [TestCase("/organizations/gesoc", "Compromisos que constan aquí: 4. ")]
    public async Task One_says_what_came_before_and_after_it_and_what_it_carried(string address, string said) =>
        Assert.That(await TextAsync(address), Does.Contain(said));

    [TestCase("/search?q=INAI&kind=organizations", "inai")]
    [TestCase("/changes?record=inai", "inai")]
    [TestCase("/commitments?organization=inai", "inai")]
    [TestCase("/organizations/inai", "transparencia-para-el-pueblo")]
    [TestCase("/states/MX-DUR", "mx-dur-consejo-ciudadano")]
    [TestCase("/secretariats", "")]
    [TestCase("/coverage", "?sector=civil_society&amp;in_secretariat=true&amp;confidence=documented,inferred")]
    public async Task Whatever_names_or_counts_them_leads_there(string address, string to)
    {
        var html = await HtmlAsync(address);
        Assert.That(
            html,
            Does.Contain(
                to.Length == 0 ? "href=\"/organizations\""
                : to.StartsWith('?') ? $"href=\"/organizations{to}\""
                : $"href=\"/organizations/{to}\""
            )
        );
    }

    [Test]
    public async Task One_is_an_organisation_for_those_who_collect_facts()
    {
        var government = await HtmlAsync("/organizations/inai");
        var society = await HtmlAsync("/organizations/gesoc");
        Assert.Multiple(() =>
        {
            Assert.That(government, Does.Contain("\"@type\":\"GovernmentOrganization\"").And.Contain("\"dissolutionDate\":\"2025-03-20\""));
            Assert.That(society, Does.Not.Contain("\"@type\":\"GovernmentOrganization\""));
            Assert.That(government, Does.Contain("changes.atom?lang=es&amp;record=inai"));
        });
    }

    [TestCase("/organizations/nobody", HttpStatusCode.NotFound)]
    [TestCase("/organizations?sector=nobody", HttpStatusCode.BadRequest)]
    [TestCase("/organizations?civil_society_in_plan=nobody", HttpStatusCode.BadRequest)]
    [TestCase("/organizations?cursor=x", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_is_refused(string address, HttpStatusCode status)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    private async Task<string> HtmlAsync(string address)
    {
        using var response = await app.SendAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<string> TextAsync(string address) =>
        Regex
            .Replace(WebUtility.HtmlDecode(Regex.Replace(await HtmlAsync(address), "<[^>]+>", " ")), "\\s+", " ")
            .Replace(" .", ".", StringComparison.Ordinal);
}
