using OpenGov.Api.Lists;

namespace OpenGov.Api.Tests.Rooms;

/// <summary>What a filter takes, and the form in which it passes it on.</summary>
[Category("Quick")]
public sealed class FilterTests
{
    private static readonly Filter Date = new DateFilter("due_from", "c.due_date", ">=", "Due.");
    private static readonly Filter Exists = new ExistsSinceFilter("evidence_since", "{0}", "With evidence.");
    private static readonly Filter Since = new SinceFilter("updated_since", "c.updated_at", "Changed.");
    private static readonly Filter Number = new NumberFilter("number", "c.number", "Number.");
    private static readonly Filter Id = new IdFilter("plan", "c.plan_id", "plans", "Plan.");
    private static readonly Filter Related = new RelatedFilter("commitment", "{0}", "commitments", "Commitment.");
    private static readonly Filter Code = new CodeFilter("level", "p.level", "level", "Level.");
    private static readonly Filter LongCode = new CodeFilter("policy_area", "c.policy_areas", "policy_area", "Area.");
    private static readonly Filter Flag = FlagFilter.On("verifiable", "c.verifiable", "Verifiable.");
    private static readonly Filter Sure = new FlagFilter("has_evidence", "1 = 1", "1 = 0", null, "Evidence.");
    private static readonly Filter Text = new TextFilter("plans", "p", "Words.");
    private static readonly string Long = new('a', 80);
    private static readonly string Words = new('a', 200);

    private static readonly (Filter Filter, string Given, string? Read)[] Values =
    [
        (Date, "2024-02-29", "2024-02-29"),
        (Date, "2023-02-29", null),
        (Date, "29/02/2024", null),
        (Exists, "2024-02-29", "2024-02-29"),
        (Exists, "2023-02-29", null),
        (Since, "2026-01-31", "2026-01-31T00:00:00.000Z"),
        (Since, "2026-01-31T18:00:00-06:00", "2026-02-01T00:00:00.000Z"),
        (Since, "2026-01", null),
        (Since, "2026-1-31", null),
        (Since, "31 January 2026", null),
        (Since, "yesterday", null),
        (Number, "0", "0"),
        (Number, "12", "12"),
        (Number, "-1", null),
        (Number, "1.0", null),
        (Id, "mx-nap4", "MX-NAP4"),
        (Id, "No_Data", "no_data"),
        (Id, Long, new string('A', 80)),
        (Id, Long + "a", null),
        (Related, "no_data", "NO_DATA"),
        (Code, "LOCAL", "local"),
        (Code, "no_data", "no_data"),
        (Code, "regional", null),
        (LongCode, "gender", "gender"),
        (LongCode, "gendre", null),
        (Flag, "True", "true"),
        (Flag, "no_data", "no_data"),
        (Flag, "yes", null),
        (Sure, "false", "false"),
        (Sure, "no_data", null),
        (Text, "agua", "agua"),
        (Text, "-", null),
        (Text, "-agua", null),
        (Text, "salud -agua", "salud -agua"),
        (Text, Words, Words),
        (Text, Words + "a", null),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        Values.Select(one => new TestCaseData(one).SetArgDisplayNames($"{one.Filter.Name}={GivenText.Start(one.Given)}{one.Given.Length}"));

    [TestCaseSource(nameof(Cases))]
    public void A_value_is_read_or_refused_with_its_reason((Filter Filter, string Given, string? Read) one)
    {
        var isRead = one.Filter.TryRead(one.Given, out var value, out var problem);
        Assert.That(isRead, Is.EqualTo(one.Read is not null), problem);
        if (isRead)
        {
            Assert.That((value, problem), Is.EqualTo((one.Read, "")));
        }
        else
        {
            Assert.That(problem, Does.EndWith(".").And.Length.GreaterThan(20));
        }
    }

    [Test]
    public void A_refusal_lists_the_codes_when_they_are_few()
    {
        Code.TryRead("regional", out _, out var few);
        LongCode.TryRead("gendre", out _, out var many);
        Flag.TryRead("yes", out _, out var flag);
        Assert.That(few, Is.EqualTo("'regional' is not a value of level. It takes local, national, no_data."));
        Assert.That(many, Is.EqualTo("'gendre' is not a value of policy_area."));
        Assert.That(flag, Is.EqualTo("'yes' is not a value of verifiable. It takes true, false, no_data."));
    }

    [Test]
    public void Filters_say_what_they_take()
    {
        Assert.That(((Filter[])[Date, Exists, Since, Text]).Select(filter => filter.TakesSeveral), Is.All.False);
        Assert.That(((Filter[])[Number, Id, Related, Code, Flag]).Select(filter => filter.TakesSeveral), Is.All.True);
        Assert.That(((Filter[])[Date, Id, Code, Text]).Select(filter => filter.IsRequired), Is.All.False);
        Assert.That(((Filter[])[Date, Exists]).Select(filter => filter.ValueFormat), Is.All.EqualTo("date"));
        Assert.That(((Filter[])[Since, Number, Code]).Select(filter => filter.ValueFormat), Is.All.Null);
        Assert.That(((Filter[])[Date, Code, Text]).Select(filter => filter.ValueType), Is.All.EqualTo("string"));
        Assert.That(Number.ValueType, Is.EqualTo("integer"));
        Assert.That(Text.Name, Is.EqualTo("q"));
        Assert.That(Flag.Codes, Is.EqualTo((string[])["true", "false", "no_data"]));
        Assert.That(Sure.Codes, Is.EqualTo((string[])["true", "false"]));
    }

    [Test]
    public void What_was_given_is_said_again_up_to_60_characters()
    {
        Assert.That(GivenText.Start(Long[..60]), Is.EqualTo(Long[..60]));
        Assert.That(GivenText.Start(Long[..61]), Is.EqualTo($"{Long[..60]}…"));
    }

    [Test]
    public void Half_a_character_is_no_text()
    {
        Assert.That(((string[])["", "agua", "agua 💧"]).Select(GivenText.IsWellFormed), Is.All.True);
        Assert.That(((string[])["\ud83d", "agua \ud83d", "\udca7 agua", "\udca7\ud83d"]).Select(GivenText.IsWellFormed), Is.All.False);
    }

    [Test]
    public void LIKE_finds_a_text_and_nothing_else() => Assert.That(Where.Literal(@"100%_[a]\b"), Is.EqualTo(@"100\%\_\[a]\\b"));
}
