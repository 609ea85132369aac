using System.Net;
using System.Text.Json;

namespace OpenGov.Api.Tests.Writing;

/// <summary>What was answered can be sent back, and what is sent wrongly is refused for what it is.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.All))]
public sealed class BodiesTests(string provider) : DurangoFixture(provider)
{
    [Test]
    public async Task What_was_answered_can_be_changed_and_sent_back()
    {
        var commitment = await NewCommitmentAsync();
        var answer = await App.ChangedAsync($"commitments/{commitment}", City, new { note_es = "Nota" });
        var body = JsonSerializer.Deserialize<Dictionary<string, object?>>(answer)!;
        body["note_es"] = "  Otra nota ";
        var changed = await App.ChangedAsync($"commitments/{commitment}", City, body);
        Assert.That(changed.GetProperty("note_es").GetString(), Is.EqualTo("Otra nota"));
        await RefusedAsync("PATCH", $"commitments/{commitment}", City, 400, body);
        await RefusedAsync("PATCH", $"commitments/{commitment}", City, 422, new { completion = "complete" });
    }

    [Test]
    public async Task The_next_number_is_within_bounds_whatever_number_was_given()
    {
        var commitment = await NewCommitmentAsync();
        await App.RefusedAsync(
            "POST",
            "milestones",
            City,
            400,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = int.MaxValue,
            }
        );
        var last = await App.AddedAsync(
            "milestones",
            City,
            new
            {
                commitment_id = commitment,
                title_es = "x",
                number = 9999,
            }
        );
        Assert.That(last, Is.EqualTo($"{commitment}-M9999"));
        Assert.That(
            await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M1")
        );
        Assert.That(
            await App.AddedAsync("milestones", City, new { commitment_id = commitment, title_es = "x" }),
            Is.EqualTo($"{commitment}-M2")
        );
    }

    [Test]
    public async Task A_body_that_breaks_off_or_is_compressed_is_no_failure_of_the_service()
    {
        using var zipped = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        zipped.Headers.TryAddWithoutValidation("Authorization", $"Bearer {City}");
        zipped.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        zipped.Content.Headers.ContentEncoding.Add("gzip");
        using var response = await App.Client.SendAsync(zipped);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        using var quoted = new HttpRequestMessage(HttpMethod.Post, "/api/v1/milestones");
        quoted.Headers.TryAddWithoutValidation("Authorization", $"Bearer {City}");
        quoted.Content = new StringContent("{}");
        quoted.Content.Headers.Remove("Content-Type");
        quoted.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=\"utf-8\"");
        using var taken = await App.Client.SendAsync(quoted);
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "it is read, and says too little");
        using var suffixed = await App.RequestAsync("POST", "milestones.csv", City, "{}");
        Assert.That((int)suffixed.StatusCode, Is.EqualTo(405), "what is written has one form");
    }
}
