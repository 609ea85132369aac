using Microsoft.Playwright;

namespace OpenGov.Api.Tests;

/// <summary>What readers come for, found by who has a keyboard and no pointer.</summary>
[Category("Browser")]
[Parallelizable]
public sealed class KeyboardTests : BrowserFixture
{
    [Test]
    public async Task The_case_of_Durango_is_found_from_the_home_page_without_a_pointer()
    {
        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await OpenAsync(page, "/", "en");
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.startsWith('/commitments')");
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/commitments");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await TabToAsync(page, "document.activeElement?.matches('main input[type=search]')");
        await page.Keyboard.TypeAsync("brick kilns");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Reducing pollution from artisanal brick kilns").First.WaitForAsync();
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.includes('/commitments/MX-DUR-PAL1-C2')");
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/commitments/MX-DUR-PAL1-C2");
        await page.GetByText("Brick kilns working among homes polluted the air.").First.WaitForAsync();
    }

    [Test]
    public async Task Commitments_about_water_in_states_without_a_secretariat_are_found_and_their_chart_downloaded_without_a_pointer()
    {
        // Of the two states on record with commitments and no secretariat none has one about water: this test brings one.
        await using var app = await OpenGovApplication.StartAsync(
            "Sqlite",
            ("Dashboard:Folder", Path.Combine(Checkout.Root, "web-client", "build"))
        );
        await app.SaveTogetherAsync(
            (
                "commitments",
                "MX-ROO-OGP1-C9",
                [
                    ("plan_id", "MX-ROO-OGP1"),
                    ("title_en", "Clean water for the valley"),
                    ("title_es", "Agua limpia para el valle"),
                    ("policy_areas", "water_and_sanitation"),
                    ("completion", "limited"),
                    ("ambition", "minor"),
                ]
            ),
            ("assessments", "MX-ROO-OGP1-C9-A1", Said("completion", "limited")),
            ("assessments", "MX-ROO-OGP1-C9-A2", Said("ambition", "minor"))
        );
        static (string, object?)[] Said(string aspect, string code) =>
            [("commitment_id", "MX-ROO-OGP1-C9"), ("voice", "irm"), ("aspect", aspect), ("code", code)];

        await using var context = await ContextAsync(1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await VisitAsync(page, $"{app.Address}?lang=en");
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.startsWith('/commitments')");
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/commitments");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await TabToAsync(page, "document.activeElement?.matches('main input[type=search]')");
        await page.Keyboard.TypeAsync("water");
        await AtAsync(page, "q=water");

        // The facet opens like any disclosure, and its boxes are ticked with the space bar.
        await TabToAsync(
            page,
            "/secretariat/i.test(document.activeElement?.textContent ?? '') && document.activeElement?.matches('summary, button')"
        );
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await TabToAsync(
            page,
            "document.activeElement?.matches('input') && "
                + "/secretariat/i.test(document.activeElement.closest('details')?.querySelector('summary')?.textContent ?? '') && "
                + "/^\\s*No(?! data)/.test(document.activeElement.closest('label')?.textContent ?? '')"
        );
        await page.Keyboard.PressAsync("Space");
        await AtAsync(page, "has_secretariat=false");
        await page.GetByRole(AriaRole.Link, new() { Name = "Clean water for the valley" }).First.WaitForAsync();
        await TabToAsync(page, "document.activeElement?.getAttribute('href')?.includes('/commitments/MX-ROO-OGP1-C9')");
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/commitments/MX-ROO-OGP1-C9");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await TabToAsync(page, "document.activeElement?.textContent?.trim() === 'PNG'");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        var picture = await File.ReadAllBytesAsync((await download.PathAsync())!);
        Assert.That(download.SuggestedFilename, Does.EndWith(".png"));
        Assert.That(picture[..4], Is.EqualTo((byte[])[0x89, (byte)'P', (byte)'N', (byte)'G']));
        Assert.That(picture, Has.Length.GreaterThan(5_000), "there is something to see in it");
    }

    /// <summary>Presses Tab until the focus is where it should be.</summary>
    private static async Task TabToAsync(IPage page, string condition)
    {
        for (var i = 0; i < 500; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"Boolean({condition})"))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {condition}");
    }
}
