using System.Reflection;
using System.Reflection.Emit;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FluentMigrator;
using OpenGov.Api.Database.Migrations;

namespace OpenGov.Api.Tests;

/// <summary>A migration is frozen: it uses what it spells itself, and a database made today is the one that was made then.</summary>
[Category("Quick")]
public sealed partial class FrozenMigrationTests
{
    private static readonly Dictionary<int, OpCode> Operations = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>
    /// What each migration runs. A line is added with a migration and never changed after: the databases that have run
    /// it would else be others than those that run it now.
    /// </summary>
    [TestCase("Sqlite", "M0001Foundation", "8070cc66e86b15bf")]
    [TestCase("Sqlite", "M0002Dialogues", "2c54569f66824edb")]
    [TestCase("Sqlite", "M0003Keys", "91dfbfcadb3eff89")]
    [TestCase("Sqlite", "M0004SearchWords", "32a53dd3cef7f646")]
    [TestCase("Sqlite", "M0005Assessments", "51081df3f846d2da")]
    [TestCase("Sqlite", "M0006DatedFacts", "f249c38c3706f765")]
    [TestCase("Sqlite", "M0007Synonyms", "6902922d614763d1")]
    [TestCase("Sqlite", "M0008KeysOfWriters", "e672ca915d8a16a4")]
    [TestCase("Sqlite", "M0009KeptAnswers", "8cffbccd32da0203")]
    [TestCase("Sqlite", "M0010Webhooks", "6e873e3ff744f383")]
    [TestCase("Sqlite", "M0011WhoSeesWhat", "93cfce8235135af3")]
    [TestCase("Sqlite", "M0012DatedSources", "0fe4262d67c74cac")]
    [TestCase("Sqlite", "M0013Outputs", "25e00a862ee15ac2")]
    [TestCase("Sqlite", "M0014Together", "8b3817b09b4c245a")]
    [TestCase("Sqlite", "M0015IndexOfCommitments", "ee993a3148d2a205")]
    [TestCase("SqlServer", "M0001Foundation", "095ce245e5660c3a")]
    [TestCase("SqlServer", "M0002Dialogues", "f7eeb5fd1f749e4e")]
    [TestCase("SqlServer", "M0003Keys", "0c23ccc69e0a32fc")]
    [TestCase("SqlServer", "M0004SearchWords", "4463aa59e9e46b02")]
    [TestCase("SqlServer", "M0005Assessments", "a327d299e79b2799")]
    [TestCase("SqlServer", "M0006DatedFacts", "155a98e5bceba142")]
    [TestCase("SqlServer", "M0007Synonyms", "9165a2be8b351441")]
    [TestCase("SqlServer", "M0008KeysOfWriters", "850bc59e33e49c2b")]
    [TestCase("SqlServer", "M0009KeptAnswers", "eef65c21b2b17a9e")]
    [TestCase("SqlServer", "M0010Webhooks", "9df817d49c3f6dac")]
    [TestCase("SqlServer", "M0011WhoSeesWhat", "b5d6cf51ba398e1b")]
    [TestCase("SqlServer", "M0012DatedSources", "3abdb8d32bf539a5")]
    [TestCase("SqlServer", "M0013Outputs", "ef78a36c66cd709d")]
    [TestCase("SqlServer", "M0014Together", "e37204f05facf00f")]
    [TestCase("SqlServer", "M0015IndexOfCommitments", "d0b02943db75ee6f")]
    public async Task A_migration_runs_what_it_ran_when_it_was_written(string provider, string migration, string hash)
    {
        var script = (await MigrationScripts.ForAsync(provider)).ReplaceLineEndings("\n");
        var begin = script.IndexOf($"{migration} migrating", StringComparison.Ordinal);
        var end = script.IndexOf($"{migration} migrated", StringComparison.Ordinal);
        Assert.That(begin, Is.GreaterThan(0).And.LessThan(end));
        var statements = script[begin..end]
            .Split('\n')
            .Where(line => !line.Contains("VersionInfo", StringComparison.Ordinal) && !line.StartsWith("/*", StringComparison.Ordinal))
            .Skip(1);
        var text = string.Join('\n', statements);
        Assert.That(text, Does.Contain("CREATE TABLE").Or.Contain("ALTER TABLE").Or.Contain("CREATE INDEX"));
        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
            Is.EqualTo(hash),
            $"a migration that has run somewhere is not changed; add another\n{text}"
        );
    }

    [Test]
    public void Every_migration_has_its_line_for_each_engine()
    {
        var lines = typeof(FrozenMigrationTests)
            .GetMethod(nameof(A_migration_runs_what_it_ran_when_it_was_written))!
            .GetCustomAttributes<TestCaseAttribute>()
            .Select(line => $"{line.Arguments[0]} {line.Arguments[1]}");
        var migrations = typeof(M0001Foundation)
            .Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(MigrationAttribute)))
            .SelectMany(type => (string[])[$"Sqlite {type.Name}", $"SqlServer {type.Name}"]);
        Assert.That(lines.Some(), Is.EquivalentTo(migrations), "a migration brings the hash of what it runs");
    }

    [Test]
    public void No_migration_runs_code_whose_meaning_may_change()
    {
        foreach (
            var type in typeof(M0001Foundation)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(M0001Foundation).Namespace)
                .Some()
        )
        {
            Assert.That(
                Mentioned(type)
                    .Where(name => name.StartsWith("OpenGov", StringComparison.Ordinal))
                    .PerhapsNone("most migrations name nothing of ours"),
                Has.All.StartsWith("OpenGov.Api.Database.Migrations."),
                type.Name
            );
        }
    }

    [Test]
    public void No_migration_takes_a_constant_of_the_product()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Root, "api", "Database", "Migrations"), "*.cs").Some())
        {
            Assert.That(Uses().Matches(File.ReadAllText(file)).Select(match => match.Value), Is.Empty, file);
        }
    }

    /// <summary>A using of the product, or a dotted name of a type that is not of FluentMigrator.</summary>
    [GeneratedRegex(
        @"^using OpenGov.*$|\b(?:SearchTerm|Schema|SearchText|WriteSql|Vocabulary|Numbers|RecordId|TypeHandlers)\.\w+",
        RegexOptions.Multiline
    )]
    private static partial Regex Uses();

    /// <summary>Types whose members the code of a type uses.</summary>
    private static IEnumerable<string> Mentioned(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var code in type.GetMethods(All).Select(method => method.GetMethodBody()?.GetILAsByteArray()).OfType<byte[]>())
        {
            for (var i = 0; i < code.Length; )
            {
                var operation = Operations[code[i] == 0xfe ? (code[i] << 8) | code[i + 1] : code[i]];
                i += operation.Size;
                if (
                    operation.OperandType
                    is OperandType.InlineMethod
                        or OperandType.InlineField
                        or OperandType.InlineTok
                        or OperandType.InlineType
                )
                {
                    var member = type.Module.ResolveMember(BitConverter.ToInt32(code, i), type.GetGenericArguments(), null)!;
                    yield return (member as Type ?? member.DeclaringType)?.FullName ?? member.Name;
                }

                i += operation.OperandType switch
                {
                    OperandType.InlineNone => 0,
                    OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                    OperandType.InlineVar => 2,
                    OperandType.InlineI8 or OperandType.InlineR => 8,
                    OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                    _ => 4,
                };
            }
        }
    }
}
