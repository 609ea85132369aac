using System.Net;

namespace OpenGov.Api.Tests;

[Category("Quick")]
[Parallelizable]
public sealed class ProblemTests(string provider) : ApiFixture(provider)
{
    [TestCase("commitments?statuss=completed", "statuss", "unknown_parameter", "'status'")]
    [TestCase("commitments?status=complete", "status", "unknown_code", "'completed'")]
    [TestCase("commitments?policy_area=gendr", "policy_area", "unknown_code", "'gender'")]
    [TestCase("commitments?fields=id,titel_es", "fields", "unknown_code", "'title_es'")]
    [TestCase("commitments?sort=due_dat", "sort", "unknown_code", "'due_date'")]
    [TestCase("commitments?state=MX-DUX", "state", "unknown_record", "'MX-DUR'")]
    [TestCase("commitments?plan=MX-NAP44", "plan", "unknown_record", "'MX-NAP4'")]
    [TestCase("states?partcipates=true", "partcipates", "unknown_parameter", "'participates'")]
    [TestCase("metrics/values?indicator=transparensy", "indicator", "unknown_record", "'transparency'")]
    [TestCase("stats/commitments?group_by=statu", "group_by", "unknown_code", "'status'")]
    [TestCase("stats/commitments?group_by=status&levl=local", "levl", "unknown_parameter", "'level'")]
    [TestCase("search?q=agua&kind=commitment", "kind", "unknown_code", "'commitments'")]
    [TestCase("terms?vocabulary=complation", "vocabulary", "unknown_code", "'completion'")]
    [TestCase("plans/MX-NAP4?field=id", "field", "unknown_parameter", "'fields'")]
    public async Task What_does_not_exist_is_refused_and_the_nearest_named(string address, string parameter, string code, string nearest)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.Multiple(() =>
        {
            var error = problem.GetProperty("errors").EnumerateArray().Single();
            Assert.That(error.GetProperty("parameter").GetString(), Is.EqualTo(parameter));
            Assert.That(error.GetProperty("code").GetString(), Is.EqualTo(code));
            Assert.That(error.GetProperty("nearest").GetString(), Is.EqualTo(nearest.Trim('\'')));
            Assert.That(address, Does.Contain(error.GetProperty("value").GetString()!));
            Assert.That(error.GetProperty("detail").GetString(), Does.Contain(nearest));
            Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(nearest));
            Assert.That(
                problem.GetProperty("type").GetString(),
                Does.EndWith(code == "unknown_parameter" ? "/problems/unknown-parameter" : "/problems/invalid-parameter")
            );
        });
    }

    [TestCase("commitments?limit=0", "limit", "out_of_range")]
    [TestCase("commitments?limit=501", "limit", "out_of_range")]
    [TestCase("commitments?limit=abc", "limit", "not_an_integer")]
    [TestCase("commitments?limit=99999999999999999999", "limit", "out_of_range")]
    [TestCase("commitments?limit=1&limit=2", "limit", "repeated")]
    [TestCase("commitments?limit=", "limit", "empty")]
    [TestCase("commitments?status=", "status", "empty")]
    [TestCase("commitments?status=completed,,", "status", "empty")]
    [TestCase("commitments?sort=", "sort", "empty")]
    [TestCase("commitments?sort=id,id", "sort", "repeated")]
    [TestCase("commitments?fields=", "fields", "empty")]
    [TestCase("commitments?due_from=2019-13-01", "due_from", "not_a_date")]
    [TestCase("commitments?updated_since=yesterday", "updated_since", "not_a_date")]
    [TestCase("commitments?as_of=2019", "as_of", "not_a_date")]
    [TestCase("commitments?as_of=2030-01-01", "as_of", "in_the_future")]
    [TestCase("commitments?overdue=maybe", "overdue", "not_a_boolean")]
    [TestCase("commitments?bom=true", "bom", "not_in_this_format")]
    [TestCase("commitments?q=%00", "q", "control_character")]
    [TestCase("commitments?q=%25", "q", "wrong_form")]
    [TestCase("commitments?q=%22", "q", "wrong_form")]
    [TestCase("commitments?q=%F0%9F%98%80", "q", "wrong_form")]
    [TestCase("stats/commitments", "group_by", "required")]
    [TestCase("stats/commitments?group_by=state,status,level", "group_by", "too_many_values")]
    [TestCase("stats/commitments?group_by=state,state", "group_by", "repeated")]
    [TestCase("search", "q", "required")]
    [TestCase("search?q=***", "q", "wrong_form")]
    public async Task A_value_that_is_not_possible_is_refused(string address, string parameter, string code)
    {
        var problem = await App.GetProblemAsync(address, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/invalid-parameter"));
        Assert.That(
            problem.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("parameter")} {error.GetProperty("code")}"),
            Is.Not.Empty.And.All.EqualTo($"{parameter} {code}")
        );
    }

    [TestCase("broken")]
    [TestCase("eyJBdCI6LTF9")]
    [TestCase("%F0%9F%92%A9")]
    public async Task A_broken_cursor_is_refused(string cursor)
    {
        var problem = await App.GetProblemAsync($"commitments?cursor={cursor}", HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/invalid-cursor"));
    }

    [Test]
    public async Task A_cursor_of_another_list_filter_or_order_is_refused()
    {
        var next = (await App.GetAsync("commitments?limit=2")).GetProperty("next").GetString()!;
        var cursor = next[(next.IndexOf("cursor=", StringComparison.Ordinal) + 7)..];
        foreach (var address in (string[])["plans?", "commitments?level=local&", "commitments?sort=title_es&"])
        {
            var problem = await App.GetProblemAsync($"{address}cursor={cursor}", HttpStatusCode.BadRequest);
            Assert.That(problem.GetProperty("type").GetString(), Does.EndWith("/problems/invalid-cursor"), address);
        }

        await App.GetAsync($"commitments?limit=5&fields=id&cursor={cursor}");
    }

    [TestCase("states/99")]
    [TestCase("states/MX-XXX")]
    [TestCase("plans/MX-NAP9")]
    [TestCase("plans/MX-NAP9/health")]
    [TestCase("commitments/none")]
    [TestCase("commitments/none/history")]
    [TestCase("secretariats/MX-PUE")]
    [TestCase("organizations/nobody")]
    [TestCase("metrics/2018")]
    [TestCase("metrics/next")]
    [TestCase("changes/0")]
    [TestCase("practices/none")]
    [TestCase("dialogues/sessions/none")]
    [TestCase("nothing")]
    [TestCase("states/MX-DUR/nothing")]
    [TestCase("/api")]
    [TestCase("/api/v2/states")]
    [TestCase("/data/nothing.csv")]
    public async Task What_is_not_there_is_a_404_problem_and_never_HTML(string address) =>
        await App.GetProblemAsync(address, HttpStatusCode.NotFound);

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task A_method_that_is_not_possible_is_refused_with_those_that_are(string method)
    {
        using var response = await App.SendAsync("states", new HttpMethod(method));
        OpenGovApplication.AssertProblem(response, await response.Content.ReadAsStringAsync());
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(response.Content.Headers.Allow, Is.EquivalentTo((string[])["GET", "HEAD", "OPTIONS"]));
        });
    }

    [TestCase("states.ics")]
    [TestCase("states/MX-DUR.csv")]
    [TestCase("measures/finished.csv")]
    public async Task A_format_that_an_address_does_not_have_is_refused(string address) =>
        await App.GetProblemAsync(address, HttpStatusCode.NotAcceptable);

    [Test]
    public async Task A_problem_names_the_trace_that_its_client_began_or_one_of_its_own()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var begun = await App.GetProblemAsync("nothing", HttpStatusCode.NotFound, null, ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"));
        Assert.That(begun.GetProperty("traceId").GetString(), Does.Match($"^00-{Trace}-(?!00f067aa0ba902b7)[0-9a-f]{{16}}-01$"));
        foreach (var other in (string?[])[null, "00-nothing"])
        {
            var own = other is null
                ? await App.GetProblemAsync("nothing", HttpStatusCode.NotFound)
                : await App.GetProblemAsync("nothing", HttpStatusCode.NotFound, null, ("traceparent", other));
            Assert.That(own.GetProperty("traceId").GetString(), Does.Match("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$"));
        }
    }

    [Test]
    public async Task Accept_chooses_the_format_and_refuses_what_there_is_not()
    {
        using var csv = await App.SendAsync("states", headers: ("Accept", "text/csv"));
        Assert.That(csv.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/csv"));
        Assert.That(csv.Headers.Vary, Does.Contain("Accept"));
        using var preferred = await App.SendAsync(
            "states",
            headers: ("Accept", "image/png, application/x-ndjson;q=0.4, application/json;q=0.9")
        );
        Assert.That(preferred.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        using var browser = await App.SendAsync("states", headers: ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        Assert.That(browser.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        await App.GetProblemAsync("states", HttpStatusCode.NotAcceptable, null, ("Accept", "image/png"));
    }
}
