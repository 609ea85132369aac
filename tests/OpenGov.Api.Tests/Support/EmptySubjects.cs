using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenGov.Api.Tests;

/// <summary>
/// Finds what would hold of nothing: loops that assert, and assertions about each of many, over what may be empty. Such a subject is
/// written out, or goes through <see cref="Subjects.Some"/>, or says with <see cref="Subjects.PerhapsNone"/> why none is right.
/// </summary>
internal sealed class EmptySubjects
{
    /// <summary>As many come out as go in, or at least one of one.</summary>
    private static readonly HashSet<string> Keeping =
    [
        "Select",
        "Order",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "Reverse",
        "Distinct",
        "DistinctBy",
        "GroupBy",
        "Index",
        "Cast",
        "ToList",
        "ToArray",
        "ToHashSet",
        "ToDictionary",
        "Concat",
        "Union",
        "Chunk",
        "Take",
    ];

    /// <summary>What gives some of many, or something of each.</summary>
    private static readonly HashSet<string> Choosing = ["Where", "Except", "Intersect", "OfType", "SelectMany"];

    /// <summary>Constraints that hold of no row at all.</summary>
    private static readonly HashSet<string> OfEach =
    [
        "Is.All",
        "Has.All",
        "Has.None",
        "Is.Unique",
        "Is.Ordered",
        "Is.SubsetOf",
        "Is.SupersetOf",
        "Is.EquivalentTo",
    ];

    private static readonly string[] Many = ["Is.Not.Empty", "Has.Count", "Has.Length", "Has.Some", "Has.Member", "And.Count"];

    private readonly HashSet<string> asserting;
    private readonly ILookup<string, ExpressionSyntax> statics;

    private EmptySubjects(IReadOnlyList<SyntaxNode> roots)
    {
        asserting = Asserting(roots);
        statics = roots
            .SelectMany(root => root.DescendantNodes())
            .SelectMany(node =>
                node switch
                {
                    FieldDeclarationSyntax field => field.Declaration.Variables.Select(one => (one.Identifier, one.Initializer?.Value)),
                    PropertyDeclarationSyntax one => [(one.Identifier, one.Initializer?.Value ?? one.ExpressionBody?.Expression)],
                    _ => [],
                }
            )
            .Where(member => member.Value is not null)
            .ToLookup(member => $"{TypeOf(member.Value!)}.{member.Identifier.Text}", member => member.Value!);
    }

    /// <summary>The places, each with its file, line and subject.</summary>
    public static IReadOnlyList<string> In(IReadOnlyList<(string File, string Text)> sources)
    {
        var roots = sources.Select(source => (source.File, Root: CSharpSyntaxTree.ParseText(source.Text).GetRoot())).ToList();
        var finder = new EmptySubjects([.. roots.Select(source => source.Root)]);
        return
        [
            .. from source in roots
            from node in source.Root.DescendantNodes()
            let subject = finder.Subject(node)
            where subject is not null
            let line = subject.GetLocation().GetLineSpan().StartLinePosition.Line + 1
            select $"{source.File}:{line}: {OneLine(subject)}",
        ];
    }

    /// <summary>What may be empty here unnoticed; null where nothing may.</summary>
    private ExpressionSyntax? Subject(SyntaxNode node) =>
        node switch
        {
            ForEachStatementSyntax loop when Asserts(loop.Statement) && !HasSome(loop.Expression) => loop.Expression,
            ForEachVariableStatementSyntax loop when Asserts(loop.Statement) && !HasSome(loop.Expression) => loop.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } call when called.ToString() == "Assert.That" =>
                Subject(call),
            _ => null,
        };

    private ExpressionSyntax? Subject(InvocationExpressionSyntax assertion)
    {
        var actual = assertion.ArgumentList.Arguments[0].Expression;
        if (
            actual
                .DescendantNodesAndSelf()
                .OfType<InvocationExpressionSyntax>()
                .FirstOrDefault(call => NameOf(call) == "All" && !IsChosenOfSome(Receiver(call)!)) is
            { } all
        )
        {
            return all;
        }

        var constraint = assertion.ArgumentList.Arguments.ElementAtOrDefault(1)?.Expression.ToString() ?? "";
        if (Many.Any(word => constraint.Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }

        var word = OfEach.FirstOrDefault(word => constraint.StartsWith(word, StringComparison.Ordinal));
        word ??= constraint.StartsWith("Is.EqualTo", StringComparison.Ordinal) && IsSequence(actual) ? "Is.EqualTo" : null;
        if (
            word is not null
            && assertion.ArgumentList.Arguments[1].Expression is InvocationExpressionSyntax { ArgumentList.Arguments: [var expected, ..] }
        )
        {
            return word switch
            {
                "Is.SubsetOf" => HasSome(actual) ? null : actual,
                "Is.SupersetOf" => HasSome(expected.Expression) ? null : expected.Expression,
                _ => HasSome(actual) || HasSome(expected.Expression) || IsWritten(expected.Expression) ? null : actual,
            };
        }

        return
            (word is not null && !IsChosenOfSome(actual))
            || (constraint.StartsWith("Is.Empty", StringComparison.Ordinal) && IsChosen(actual) && !IsChosenOfSome(actual))
            ? actual
            : null;
    }

    /// <summary>Whether a sequence cannot be empty: it is written out, or its emptiness is noticed.</summary>
    private bool HasSome(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax inner => HasSome(inner.Expression),
            CastExpressionSyntax inner => HasSome(inner.Expression),
            AwaitExpressionSyntax inner => HasSome(inner.Expression),
            PostfixUnaryExpressionSyntax inner => HasSome(inner.Operand),
            ConditionalExpressionSyntax either => HasSome(either.WhenTrue) && HasSome(either.WhenFalse),
            CollectionExpressionSyntax list => list.Elements.Any(element =>
                element is ExpressionElementSyntax || (element is SpreadElementSyntax spread && HasSome(spread.Expression))
            ),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count > 0,
            BaseObjectCreationExpressionSyntax made => made.Initializer?.Expressions.Count > 0,
            InvocationExpressionSyntax call => NameOf(call) switch
            {
                nameof(Subjects.Some) or nameof(Subjects.PerhapsNone) or "Append" or "Prepend" => true,
                "Range" or "Repeat" or "GetValues" => true,
                "Split" => !call.ArgumentList.ToString().Contains("RemoveEmptyEntries", StringComparison.Ordinal),
                { } name when Keeping.Contains(name) => Receiver(call) is { } receiver && HasSome(receiver),
                _ => false,
            },
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Keys" or "Values" } of => HasSome(of.Expression),
            _ => IsLooked(expression) || (Meant(expression) is { } meant && HasSome(meant)),
        };

    /// <summary>Whether an assertion before has looked that there are some.</summary>
    private static bool IsLooked(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax
        && expression
            .Ancestors()
            .TakeWhile(node => node is not MemberDeclarationSyntax)
            .OfType<StatementSyntax>()
            .SelectMany(statement => statement.Parent!.ChildNodes().TakeWhile(node => node.SpanStart < statement.SpanStart))
            .OfType<ExpressionStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                IsAssert(call)
                && call.ArgumentList.Arguments is [var actual, var constraint, ..]
                && actual.ToString() == expression.ToString()
                && Many.Any(word => constraint.ToString().Contains(word, StringComparison.Ordinal))
            );

    /// <summary>Whether it is chosen from what may be many.</summary>
    private bool IsChosen(ExpressionSyntax expression) =>
        Chain(expression).OfType<InvocationExpressionSyntax>().Any(call => Choosing.Contains(NameOf(call)!));

    private static bool IsSequence(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax call
        && (
            NameOf(call) is "ToList" or "ToArray"
                ? Receiver(call) is { } receiver && IsSequence(receiver)
                : Choosing.Contains(NameOf(call)!) || Keeping.Contains(NameOf(call)!)
        );

    private bool IsChosenOfSome(ExpressionSyntax expression) => Chain(expression).Any(HasSome);

    /// <summary>An expression, what it is called on, and so on; a variable is what it was given.</summary>
    private IEnumerable<ExpressionSyntax> Chain(ExpressionSyntax expression)
    {
        for (ExpressionSyntax? one = expression; one is not null; )
        {
            yield return one;
            one = one switch
            {
                ParenthesizedExpressionSyntax inner => inner.Expression,
                CastExpressionSyntax inner => inner.Expression,
                AwaitExpressionSyntax inner => inner.Expression,
                CollectionExpressionSyntax { Elements: [SpreadElementSyntax spread] } => spread.Expression,
                InvocationExpressionSyntax call => Receiver(call),
                MemberAccessExpressionSyntax of when Meant(of) is null => of.Expression,
                _ => Meant(one),
            };
        }
    }

    /// <summary>What a variable or a field was given where it was declared.</summary>
    private ExpressionSyntax? Meant(ExpressionSyntax expression)
    {
        if (expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } of)
        {
            return statics[$"{type}.{of.Name}"].FirstOrDefault();
        }

        if (expression is not IdentifierNameSyntax name)
        {
            return null;
        }

        var local = expression
            .Ancestors()
            .TakeWhile(node => node is not TypeDeclarationSyntax)
            .SelectMany(node => node.ChildNodes())
            .OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(declared => declared.Declaration.Variables)
            .FirstOrDefault(variable => variable.Identifier.Text == name.Identifier.Text && variable.SpanStart < name.SpanStart);
        return local is not null ? local.Initializer?.Value : statics[$"{TypeOf(expression)}.{name}"].FirstOrDefault();
    }

    /// <summary>Whether it asserts, in a test also by what it calls; what only makes data for tests is looked at there.</summary>
    private bool Asserts(SyntaxNode body)
    {
        var isOfTests = TypeOf(body)?.EndsWith("Tests", StringComparison.Ordinal) == true;
        return body.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => IsAssert(call) || (isOfTests && asserting.Contains(NameOf(call) ?? "")));
    }

    /// <summary>A list that is written out in a test says how many there are, also when that is none.</summary>
    private static bool IsWritten(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax inner => IsWritten(inner.Expression),
            CastExpressionSyntax inner => IsWritten(inner.Expression),
            ConditionalExpressionSyntax either => IsWritten(either.WhenTrue) && IsWritten(either.WhenFalse),
            CollectionExpressionSyntax list => list.Elements.All(element => element is ExpressionElementSyntax),
            _ => false,
        };

    private static bool IsAssert(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Assert" } };

    /// <summary>The methods that assert, or call one that does.</summary>
    private static HashSet<string> Asserting(IReadOnlyList<SyntaxNode> roots)
    {
        var calls = roots
            .SelectMany(root => root.DescendantNodes())
            .OfType<MethodDeclarationSyntax>()
            .Select(method => (Name: method.Identifier.Text, Calls: method.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList()))
            .ToList();
        var found = calls.Where(method => method.Calls.Any(IsAssert)).Select(method => method.Name).ToHashSet();
        while (
            calls
                .Where(method => !found.Contains(method.Name) && method.Calls.Any(call => found.Contains(NameOf(call) ?? "")))
                .Select(method => method.Name)
                .ToList()
                is { Count: > 0 } more
        )
        {
            found.UnionWith(more);
        }

        return found;
    }

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax of => of.Name.Identifier.Text,
            MemberBindingExpressionSyntax of => of.Name.Identifier.Text,
            SimpleNameSyntax own => own.Identifier.Text,
            _ => null,
        };

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax call) =>
        (call.Expression as MemberAccessExpressionSyntax)?.Expression;

    private static string? TypeOf(SyntaxNode node) => node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text;

    private static string OneLine(SyntaxNode node) =>
        string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
