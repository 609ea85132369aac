using System.Net;
using OpenGov.Api.Http;

namespace OpenGov.Api.Tests.Writing;

/// <summary>Nobody inside is asked in the service's name: neither by an address nor by a host that leads there.</summary>
public sealed class WebhookAddressTests
{
    private OpenGovApplication app;
    private string contributor;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await OpenGovApplication.StartAsync();
        contributor = await app.KeyAsync("contributor", "MX-DUR");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [TestCase("http://example.org/hook")]
    [TestCase("https://user:word@example.org/hook")]
    [TestCase("https://10.0.0.5/hook")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://168.63.129.16/machine?comp=goalstate")]
    [TestCase("https://[::ffff:168.63.129.16]/hook")]
    [TestCase("https://[::1]/hook")]
    [TestCase("https://[::ffff:127.0.0.1]/hook")]
    [TestCase("https://2130706433/hook")]
    [TestCase("https://１２７.0.0.1/hook")]
    [TestCase("https://127。0。0。1/hook")]
    [TestCase("https://localhost/hook")]
    [TestCase("https://hooks.localhost/hook")]
    [TestCase("https://db/hook")]
    [TestCase("https://metadata.google.internal/hook")]
    [TestCase("https://printer.local./hook")]
    [TestCase("https://[::127.0.0.1]/hook")]
    [TestCase("https://[::ffff:0:127.0.0.1]/hook")]
    [TestCase("https://[fec0::1]/hook")]
    [TestCase("https://example.org/hook#part")]
    [TestCase("https://example.org:99999/hook")]
    [TestCase("https://example.org:0/hook")]
    [TestCase("https://example.org/hook\r\nX-Header: 1")]
    [TestCase("ftp://example.org/hook")]
    [TestCase("hook")]
    public async Task An_address_inside_or_without_encryption_is_refused(string url)
    {
        var (_, code) = await app.RefusedAsync("POST", "webhooks", contributor, 400, new { url });
        Assert.That(code, Is.EqualTo("wrong_form"));
    }

    [TestCase("127.0.0.1", false)]
    [TestCase("::1", false)]
    [TestCase("::ffff:10.0.0.1", false)]
    [TestCase("100.64.1.1", false)]
    [TestCase("172.31.0.1", false)]
    [TestCase("fd00::1", false)]
    [TestCase("64:ff9b::a00:1", false)]
    [TestCase("0.0.0.0", false)]
    [TestCase("::192.0.2.2", false)]
    [TestCase("fec0::1", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("8.8.8.8", true)]
    [TestCase("2606:4700::1111", true)]
    public void An_address_is_reached_when_it_is_one_of_the_internet(string address, bool may) =>
        Assert.That(new PublicAddresses([]).MayReach(IPAddress.Parse(address)), Is.EqualTo(may));

    [TestCase("169.254.169.254")]
    [TestCase("168.63.129.16")]
    [TestCase("::ffff:168.63.129.16")]
    [TestCase("100.100.100.200")]
    [TestCase("192.0.0.192")]
    [TestCase("fd00:ec2::254")]
    public void A_cloud_is_not_asked_about_its_machine_also_where_the_network_around_it_is_allowed(string address)
    {
        Assert.That(new PublicAddresses([]).MayReach(IPAddress.Parse(address)), Is.False);
        Assert.That(
            new PublicAddresses(["100.0.0.0/8", "168.0.0.0/8", "169.0.0.0/8", "192.0.0.0/8", "fc00::/7"]).MayReach(
                IPAddress.Parse(address)
            ),
            Is.False
        );
    }

    [Test]
    public async Task A_host_that_leads_inside_is_refused_when_it_is_connected_to() =>
        await Assert.ThrowsAsync<ForbiddenAddressException>(() =>
            new PublicAddresses([]).ResolveAsync("localhost", CancellationToken.None)
        );
}
