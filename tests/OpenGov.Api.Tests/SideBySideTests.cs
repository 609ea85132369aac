using System.Reflection;
using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests;

/// <summary>What runs beside others changes nothing that they share, and measures nothing that they slow down.</summary>
[Category("Quick")]
public sealed partial class SideBySideTests
{
    private static readonly Type[] Beside =
    [
        .. typeof(SideBySideTests).Assembly.GetTypes().Where(type => type.GetCustomAttribute<ParallelizableAttribute>(false) is not null),
    ];

    [Test]
    public void What_runs_beside_others_is_a_whole_fixture_and_never_its_single_tests()
    {
        Assert.That(
            Beside.Some().Where(type => type.GetCustomAttribute<ParallelizableAttribute>()!.Scope != ParallelScope.Self),
            Is.Empty,
            "its tests share what the fixture has"
        );
        Assert.That(
            typeof(SideBySideTests)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetMethods())
                .Some()
                .Where(method => method.GetCustomAttribute<ParallelizableAttribute>() is not null)
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}"),
            Is.Empty
        );
    }

    [Test]
    public void What_runs_beside_others_keeps_nothing_that_changes_for_the_whole_process()
    {
        var kept =
            from type in Beside.Some()
            from field in Family(type)
                .SelectMany(one =>
                    one.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                )
            where field is { IsInitOnly: false, IsLiteral: false }
            select $"{type.Name}: {field.DeclaringType!.Name}.{field.Name}";
        Assert.That(kept, Is.Empty);
    }

    [Test]
    public void What_runs_beside_others_neither_changes_what_the_process_shares_nor_measures()
    {
        var files = Directory
            .GetFiles(Path.Combine(Checkout.Root, "tests", "OpenGov.Api.Tests"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        var faults =
            from type in Beside.Some()
            from one in Family(type)
            from file in files[one.Name].Some()
            from Match found in Shared().Matches(File.ReadAllText(file))
            select $"{type.Name}: {found.Value} in {one.Name}";
        Assert.That(faults, Is.Empty);
    }

    /// <summary>A class and those that it is made of, of these tests.</summary>
    private static IEnumerable<Type> Family(Type type)
    {
        for (var one = type; one is not null && one.Assembly == typeof(SideBySideTests).Assembly; one = one.BaseType)
        {
            yield return one;
        }
    }

    [GeneratedRegex(
        @"SetEnvironmentVariable|Culture\s*=[^=]|SetCurrentDirectory|Console\.Set|AppContext\.Set|ThreadPool\.Set|\b(Meter|Activity|Event)Listener"
            + @"|Stopwatch|performance\.now|RateLimit:WindowSeconds|RedisProcess|NodeProcess|TwoNodes|ClearAllPools|RemoveLeftovers"
    )]
    private static partial Regex Shared();
}
