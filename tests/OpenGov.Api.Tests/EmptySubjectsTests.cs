using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace OpenGov.Api.Tests;

/// <summary>A test that looks at each of many fails when there is none: what is said of none is always true.</summary>
[Category("Quick")]
public sealed class EmptySubjectsTests
{
    [Test]
    public void No_test_holds_of_nothing()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "OpenGov.Api.Tests");
        var sources = Directory
            .GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(folder, file))))
            .ToList();
        Assert.That(sources, Has.Count.GreaterThan(50));
        Assert.That(EmptySubjects.In(sources), Is.Empty, "each goes through Some(), or says with PerhapsNone() why none is right");
    }

    [Test]
    public void Every_source_of_cases_has_cases()
    {
        ITest whole = TestExecutionContext.CurrentContext.CurrentTest;
        while (whole.Parent is not null)
        {
            whole = whole.Parent;
        }

        var suites = Suites(whole).ToList();
        Assert.That(suites, Has.Count.GreaterThan(50));
        Assert.That(
            suites
                .Where(suite => suite is { TestType: "ParameterizedMethod" or "ParameterizedFixture", Tests.Count: 0 })
                .Select(suite => suite.FullName),
            Is.Empty
        );

        static IEnumerable<ITest> Suites(ITest test) => test.IsSuite ? test.Tests.SelectMany(Suites).Prepend(test) : [];
    }

    [TestCase("foreach (var row in rows) { Assert.That(row, Is.Not.Null); }", "rows")]
    [TestCase("foreach (var (a, b) in rows) { Look(a); }", "rows")]
    [TestCase("foreach (var row in rows.Some().Where(row => row > 1)) { Look(row); }", "rows.Some().Where(row => row > 1)")]
    [TestCase("foreach (var row in (int[])[.. rows]) { Look(row); }", "(int[])[.. rows]")]
    [TestCase("Assert.That(rows.All(row => row > 1));", "rows.All(row => row > 1)")]
    [TestCase("Assert.That(rows.Where(row => row > 1), Is.Empty);", "rows.Where(row => row > 1)")]
    [TestCase("var odd = rows.Where(row => row > 1); Assert.That(odd, Is.Empty);", "odd")]
    [TestCase("Assert.That(rows, Is.All.GreaterThan(1));", "rows")]
    [TestCase("Assert.That(rows, Is.Unique);", "rows")]
    [TestCase("Assert.That(rows, Is.SubsetOf((int[])[1, 2]));", "rows")]
    [TestCase("Assert.That((int[])[1, 2], Is.SupersetOf(rows));", "rows")]
    [TestCase("Assert.That(rows, Is.EquivalentTo(others));", "rows")]
    [TestCase("Assert.That(rows.Select(row => row + 1), Is.EqualTo(others));", "rows.Select(row => row + 1)")]
    public void What_holds_of_nothing_is_found(string statements, string subject) =>
        Assert.That(Found(statements), Is.EqualTo((string[])[$"Some.cs:1: {subject}"]));

    [TestCase("foreach (var row in rows) { Console.WriteLine(row); }")]
    [TestCase("foreach (var row in rows.Some()) { Look(row); }")]
    [TestCase("foreach (var row in rows.PerhapsNone(\"none is right\")) { Look(row); }")]
    [TestCase("foreach (var row in rows.Where(row => row > 1).Some().Select(row => row + 1)) { Look(row); }")]
    [TestCase("foreach (var row in (int[])[1, .. rows]) { Look(row); }")]
    [TestCase("foreach (var row in Known) { Look(row); }")]
    [TestCase("Assert.That(rows, Has.Count.EqualTo(3)); foreach (var row in rows) { Look(row); }")]
    [TestCase("Assert.That(rows.Some().Where(row => row > 1), Is.Empty);")]
    [TestCase("Assert.That(rows.Some().All(row => row > 1));")]
    [TestCase("Assert.That(rows, Is.Not.Empty.And.All.GreaterThan(1));")]
    [TestCase("Assert.That(rows, Is.EquivalentTo((int[])[]));")]
    [TestCase("Assert.That(rows, Is.EquivalentTo(others.Some()));")]
    public void What_is_known_to_be_something_is_not(string statements) => Assert.That(Found(statements), Is.Empty);

    private static IReadOnlyList<string> Found(string statements) =>
        EmptySubjects.In([
            (
                "Some.cs",
                "class SomeTests { static readonly int[] Known = [1]; void Look(int row) { Assert.That(row, Is.Positive); } "
                    + $"void Test(int[] rows, int[] others) {{ {statements} }} }}"
            ),
        ]);
}
