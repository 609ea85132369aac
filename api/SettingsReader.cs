using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Http;
using OpenGov.Api.Records;

namespace OpenGov.Api;

/// <summary>
/// Reads the settings. The framework's binder would pass over what it does not know, and say no more than that a value is of
/// another type.
/// </summary>
internal static class SettingsReader
{
    /// <summary>What the framework reads beside our sections.</summary>
    private static readonly string[] Framework =
    [
        "Urls",
        "Logging",
        "Kestrel",
        "Http_Ports",
        "Https_Ports",
        "Environment",
        "ContentRoot",
        "ApplicationName",
    ];

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly char[] Separators = [';', ',', ' '];

    /// <summary>Every setting as it is written, with its default.</summary>
    public static IEnumerable<(string Key, object? Default)> All => Of(typeof(Settings), "", new Settings());

    /// <summary>Whether the name of a setting begins with this word: one of ours, of the framework or of OpenTelemetry.</summary>
    public static bool IsFirst(string word) =>
        Words.Contains(word, StringComparer.OrdinalIgnoreCase) || word.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words => typeof(Settings).GetProperties().Select(property => property.Name).Concat(Framework);

    public static Settings Read(IConfiguration configuration)
    {
        ListenAddresses.Check(configuration);
        FrameworkSettings.Check(configuration);
        var settings = (Settings)Read(typeof(Settings), configuration, configuration, "");
        SettingCombinations.Check(settings);
        ConnectionStringRules.Check(settings);
        AccessRules.Check(settings);
        return settings;
    }

    private static object Read(Type type, IConfiguration section, IConfiguration whole, string prefix)
    {
        var settings = Activator.CreateInstance(type)!;
        foreach (var child in section.GetChildren())
        {
            var property = type.GetProperties().FirstOrDefault(one => one.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                RefuseUnknown(type, child, whole, prefix);
            }
            else if (IsSection(property.PropertyType))
            {
                if (child.Value is { Length: > 0 } && IsMeant(whole, child.Path))
                {
                    throw new StartException(
                        $"{prefix}{property.Name} is a section, not a setting. {Names(property.PropertyType, $"{prefix}{property.Name}:")}."
                    );
                }

                property.SetValue(settings, Read(property.PropertyType, child, whole, $"{prefix}{property.Name}:"));
            }
            else if (Value(property, child, prefix) is { } value)
            {
                Check(property, value, prefix);
                property.SetValue(settings, value);
            }
        }

        return settings;
    }

    private static bool IsSection(Type type) => type.Namespace == typeof(Settings).Namespace && type.IsClass;

    private static object? Value(PropertyInfo property, IConfigurationSection given, string prefix)
    {
        var type = property.PropertyType;
        if (type == typeof(IReadOnlyList<string>))
        {
            if (given.GetChildren().SelectMany(item => item.GetChildren()).FirstOrDefault() is { } deep)
            {
                throw new StartException($"{deep.Path} is no setting; {prefix}{property.Name} is a list of values.");
            }

            var items = given
                .GetChildren()
                .Select(item => item.Value)
                .Prepend(given.Value)
                .Where(item => !string.IsNullOrWhiteSpace(item))
                .ToList();
            var values = items.SelectMany(item => item!.Split(Separators, Parts)).ToList();

            // Nothing but separators was meant to name something, and names nothing: empty would trust or allow more.
            return items.Count > 0 && values.Count == 0
                ? throw Wrong(property, items[0]!, prefix, "Name something, or leave the setting out.")
                : values;
        }

        if (given.GetChildren().FirstOrDefault() is { } below)
        {
            throw new StartException($"{prefix}{property.Name}:{below.Key} is no setting; {prefix}{property.Name} is one.");
        }

        var text = given.Value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return given.Value is null || !property.IsDefined(typeof(NotEmptyAttribute))
                ? null
                : throw new StartException($"{prefix}{property.Name} is empty. Give a value, or leave the setting out.");
        }

        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var yes) ? yes : throw Wrong(property, text, prefix, "Give true or false.");
        }

        if (type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong(property, text, prefix, Range(property) ?? "Give a whole number.");
        }

        var names = Enum.GetNames(type);
        return names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse(type, known)
            : throw Wrong(property, text, prefix, $"Give {string.Join(" or ", names)}.");
    }

    private static void Check(PropertyInfo property, object value, string prefix)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            foreach (var one in value is IEnumerable list and not string ? list.Cast<object>() : [value])
            {
                if (!rule.IsValid(one))
                {
                    throw Wrong(property, one, prefix, rule is RangeAttribute ? Range(property)! : rule.FormatErrorMessage(property.Name));
                }
            }
        }
    }

    private static string? Range(PropertyInfo property) =>
        property.GetCustomAttribute<RangeAttribute>() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"Give a whole number from {range.Minimum} to {range.Maximum}.")
            : null;

    private static StartException Wrong(PropertyInfo property, object value, string prefix, string right)
    {
        // An address may hold a password that nobody meant for the log.
        var isSecret =
            property.IsDefined(typeof(SecretAttribute)) || Convert.ToString(value, CultureInfo.InvariantCulture)?.Contains('@') == true;
        var shown = isSecret ? "has a value that it cannot have" : $"is '{Shortened(value)}'";
        return new StartException($"{prefix}{property.Name} {shown}. {right}");
    }

    /// <summary>
    /// In a section of ours everything is a setting; outside, the environment is full of other things, and only what is nearly
    /// one of ours is taken for one.
    /// </summary>
    private static void RefuseUnknown(Type type, IConfigurationSection given, IConfiguration whole, string prefix)
    {
        if (prefix.Length == 0)
        {
            RefuseUnknown(given, whole);
            return;
        }

        // Azure adds the provider of each connection string under such a name.
        if (prefix == "ConnectionStrings:" && given.Key.EndsWith("_ProviderName", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var nearest = Suggestion.Nearest(given.Key, type.GetProperties().Select(property => property.Name));
        var right = nearest is null ? $" {Names(type, prefix)}." : Suggestion.Sentence($"{prefix}{nearest}");
        throw new StartException($"{prefix}{Shortened(given.Key)} is not a setting.{right}");
    }

    private static void RefuseUnknown(IConfigurationSection given, IConfiguration whole)
    {
        if (IsFirst(given.Key) || !IsMeant(whole, given.Path))
        {
            return;
        }

        if (Suggestion.Nearest(given.Key, Words) is { } meant)
        {
            throw new StartException($"{Shortened(given.Key)} is not a setting.{Suggestion.Sentence(meant)}");
        }

        // A settings file may hold what is meant for something else in the process; the command line is ours alone.
        if (IsIn<CommandLineConfigurationProvider>(whole, given.Path))
        {
            var name = given.GetChildren().FirstOrDefault()?.Path ?? given.Key;
            throw new StartException($"{Shortened(name)} is not a setting. The README lists all.");
        }
    }

    private static string Names(Type type, string prefix) =>
        $"There is {string.Join(", ", type.GetProperties().Select(property => $"{prefix}{property.Name}"))}";

    /// <summary>Whether somebody wrote it for this program: on the command line or in a settings file.</summary>
    private static bool IsMeant(IConfiguration whole, string path) =>
        IsIn<CommandLineConfigurationProvider>(whole, path) || IsIn<JsonConfigurationProvider>(whole, path);

    private static bool IsIn<TProvider>(IConfiguration whole, string path)
        where TProvider : IConfigurationProvider =>
        whole is IConfigurationRoot root
        && root.Providers.OfType<TProvider>().Any(provider => provider.TryGet(path, out _) || provider.GetChildKeys([], path).Any());

    private static string Shortened(object value)
    {
        const int Long = 80;
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length > Long ? $"{text[..Long]}…" : text;
    }

    private static IEnumerable<(string Key, object? Default)> Of(Type type, string prefix, object defaults) =>
        type.GetProperties()
            .SelectMany(property =>
                IsSection(property.PropertyType)
                    ? Of(property.PropertyType, $"{prefix}{property.Name}:", property.GetValue(defaults)!)
                    : [($"{prefix}{property.Name}", property.GetValue(defaults))]
            );
}
