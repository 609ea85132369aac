using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary>Says in one line what is wrong with the words of a command, and what would be right.</summary>
internal static class Usage
{
    /// <summary>The line, when the words cannot be understood.</summary>
    public static string Line(ParseResult given)
    {
        var command = given.CommandResult.Command;
        var name = Name(given.CommandResult);
        if (given.UnmatchedTokens is [var word, ..])
        {
            return Unknown(word, command, name);
        }

        var error = given.Errors[0];
        return error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing =>
                $"{name} needs <{missing.Argument.Name}>: {missing.Argument.Description}",
            OptionResult { Tokens.Count: 0 } empty => $"{empty.Option.Name} has no value: {empty.Option.Description}",
            OptionResult { IdentifierTokenCount: > 1 } twice => $"{twice.Option.Name} stands twice.",
            CommandResult { Command.Subcommands.Count: > 0 } => $"{name} needs one of {Names(command)}.",
            _ => error.Message,
        };
    }

    /// <summary>An argument that must say something.</summary>
    public static Argument<string> Text(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var text }] && string.IsNullOrWhiteSpace(text))
            {
                given.AddError($"<{name}> is empty: {description}");
            }
        });
        return argument;
    }

    /// <summary>An option with a value that is read; what cannot be read is refused with what would be right.</summary>
    public static Option<T?> Value<T>(string name, string description, string right)
        where T : struct, IParsable<T> =>
        new(name)
        {
            Description = description,
            CustomParser = given =>
            {
                if (T.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var value))
                {
                    return value;
                }

                given.AddError($"{name} is '{given.Tokens[0].Value}'. {right}");
                return null;
            },
        };

    /// <summary>An option whose text the history keeps: it is held to the rules of any text.</summary>
    public static Option<string?> Said(Field field, string description)
    {
        var option = new Option<string?>($"--{field.Name}") { Description = description };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && FieldRules.Broken(field, given.Tokens[0].Value) is { } error)
            {
                given.AddError($"{option.Name}: {error.Detail}");
            }
        });
        return option;
    }

    private static string Unknown(string word, Command command, string name)
    {
        var isRoot = command is RootCommand;
        var options = command.Options.Where(option => !option.Hidden).Select(option => option.Name);
        var nearest = Suggestion.Nearest(
            word.Split('=')[0],
            command.Subcommands.Select(below => below.Name).Concat(options).Concat(SettingsReader.All.Select(setting => $"--{setting.Key}"))
        );
        var right =
            nearest == word ? $"Write it behind {name}."
            : nearest is not null ? Suggestion.Sentence(nearest).TrimStart()
            : command.Subcommands.Count > 0 ? $"There is {Names(command)}."
            : $"{name} --help says what it takes.";
        var what =
            !isRoot ? $"nothing that {name} takes"
            : word.StartsWith('-') ? "neither a setting nor a command"
            : "not a command";
        return $"'{word}' is {what}. {right}";
    }

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(below => below.Name));

    private static string Name(CommandResult? result) =>
        result is { Command: not RootCommand } ? $"{Name(result.Parent as CommandResult)} {result.Command.Name}".TrimStart() : "";
}
