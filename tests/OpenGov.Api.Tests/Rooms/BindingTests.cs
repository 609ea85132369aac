using Microsoft.AspNetCore.Http;
using OpenGov.Api.Http;
using OpenGov.Api.Lists;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>How the parameters of a request become values, or errors that say what would be right.</summary>
[Category("Quick")]
public sealed class BindingTests
{
    private static readonly Filter[] Filters =
    [
        new CodeFilter("level", "p.level", "level", "Level."),
        new DateFilter("due_from", "c.due_date", ">=", "Due."),
        new IdFilter("plan", "c.plan_id", "plans", "Plan."),
    ];

    [TestCase("level=local", "level: local")]
    [TestCase("level=LOCAL, national", "level: local, national")]
    [TestCase("level=local&level=national", "level: local, national")]
    [TestCase("plan=mx-nap4&due_from=2026-01-31", "due_from: 2026-01-31", "plan: MX-NAP4")]
    [TestCase("other=1")]
    public void Values_are_read_in_the_form_that_is_kept(string query, params string[] read)
    {
        var errors = new ParameterErrors();
        var values = FilterBinding.Read(Request(query), Filters, errors);
        Assert.That(errors.All, Is.Empty);
        Assert.That(
            values.PerhapsNone("other parameters are none of these").Select(one => $"{one.Key}: {string.Join(", ", one.Value)}"),
            Is.EqualTo(read)
        );
    }

    [TestCase("level=", "level empty")]
    [TestCase("level=local,,national", "level empty")]
    [TestCase("level=%20", "level empty")]
    [TestCase("due_from=2026-01-31&due_from=2026-02-01", "due_from repeated")]
    [TestCase("due_from=2026-01-31,2026-02-01", "due_from not_a_date")]
    [TestCase("level=loca", "level unknown_code")]
    [TestCase("plan=a%00b", "plan control_character")]
    [TestCase("level=loca&due_from=x", "level unknown_code", "due_from not_a_date")]
    public void What_cannot_be_read_is_an_error_of_its_parameter(string query, params string[] wrong)
    {
        var errors = new ParameterErrors();
        FilterBinding.Read(Request(query), Filters, errors);
        Assert.That(errors.All.Some().Select(error => $"{error.Parameter} {error.Code}"), Is.EqualTo(wrong));
        Assert.That(errors.All.Some().Select(error => error.Detail), Is.All.Length.GreaterThan(20));
    }

    [Test]
    public void A_hundred_values_are_read_and_one_more_is_too_many()
    {
        var most = string.Join(',', Enumerable.Repeat("local", 100));
        var errors = new ParameterErrors();
        Assert.That(FilterBinding.Read(Request($"level={most}"), Filters, errors)["level"], Has.Count.EqualTo(100));
        Assert.That(errors.Any, Is.False);
        Assert.That(FilterBinding.Read(Request($"level={most},local"), Filters, errors), Is.Empty);
        Assert.That(errors.All.Single().Code, Is.EqualTo("too_many_values"));
        Assert.That(errors.All.Single().Detail, Is.EqualTo("'level' has 101 values; at most 100 are possible."));
    }

    [Test]
    public void A_filter_that_is_needed_says_so_when_it_is_not_there()
    {
        var errors = new ParameterErrors();
        FilterBinding.Read(Request(""), [new Needed()], errors);
        Assert.That(errors.All.Single().Code, Is.EqualTo("required"));
        Assert.That(errors.All.Single().Detail, Is.EqualTo("'q' is needed here. Words."));
    }

    [TestCase(400, 400)]
    [TestCase(401, 400)]
    public void What_is_wrong_with_a_value_is_told_in_400_characters(int length, int told)
    {
        var errors = new ParameterErrors();
        FilterBinding.Read(Request("q=x"), [new Refusing(length)], errors);
        Assert.That(errors.All.Single().Detail, Has.Length.EqualTo(told));
    }

    [TestCase("limit=5", "5", null)]
    [TestCase("", null, null)]
    [TestCase("limit=", null, "empty")]
    [TestCase("limit=5&limit=6", null, "repeated")]
    public void A_parameter_has_one_value(string query, string? value, string? code)
    {
        var errors = new ParameterErrors();
        Assert.That(QueryBinding.One(Request(query), "limit", errors), Is.EqualTo(value));
        Assert.That(errors.All.Select(error => error.Code), Is.EqualTo(code is null ? [] : (string[])[code]));
        Assert.That(errors.All.PerhapsNone("the line before says how many").Select(error => error.Detail), Is.All.StartsWith("'limit' "));
    }

    [Test]
    public void An_unknown_parameter_is_told_with_the_nearest_and_the_known_are_listed_once()
    {
        var errors = new ParameterErrors();
        QueryBinding.Known(Request("limt=5&level=local&srot=id"), ["limit", "sort", "level"], errors);
        Assert.That(
            errors.All.Select(error => $"{error.Parameter} {error.Code} {error.Nearest}"),
            Is.EqualTo((string[])["limt unknown_parameter limit", "srot unknown_parameter sort"])
        );
        Assert.That(
            errors.All[0].Detail,
            Is.EqualTo("There is no parameter 'limt' here. Did you mean 'limit'? It takes limit, sort, level.")
        );
        Assert.That(errors.All[1].Detail, Is.EqualTo("There is no parameter 'srot' here. Did you mean 'sort'?"));
    }

    [Test]
    public void A_list_of_values_has_its_bound()
    {
        var errors = new ParameterErrors();
        Assert.That(QueryBinding.Bounded("sort", ["a", "b"], 2, errors), Is.EqualTo((string[])["a", "b"]));
        Assert.That(errors.Any, Is.False);
        Assert.That(QueryBinding.Bounded("sort", ["a", "b", "c"], 2, errors), Is.Empty);
        Assert.That(errors.All.Single().Detail, Is.EqualTo("'sort' has 3 values; at most 2 are possible."));
    }

    private static HttpRequest Request(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query.Length == 0 ? "" : $"?{query}");
        return context.Request;
    }

    private sealed record Needed() : Filter("q", "Words.")
    {
        public override bool IsRequired => true;

        public override bool TryRead(string given, out string value, out string problem) => throw new NotSupportedException();

        public override void Apply(IReadOnlyList<string> values, Where where, Database.ReadSession session) =>
            throw new NotSupportedException();
    }

    private sealed record Refusing(int Length) : Filter("q", "Words.")
    {
        public override bool TryRead(string given, out string value, out string problem)
        {
            (value, problem) = (given, new string('.', Length));
            return false;
        }

        public override void Apply(IReadOnlyList<string> values, Where where, Database.ReadSession session) =>
            throw new NotSupportedException();
    }
}
