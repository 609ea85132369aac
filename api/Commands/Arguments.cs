namespace OpenGov.Api.Commands;

/// <summary>
/// The words that the program was started with: settings, which may stand anywhere, and a command with what it takes. Without a
/// command the service is served.
/// </summary>
/// <param name="Command">The command, its arguments and its options, none of which has the name of a setting.</param>
/// <param name="Settings">The settings, each as <c>--Section:Name=value</c>.</param>
internal sealed record Arguments(string[] Command, string[] Settings)
{
    /// <summary>Behind this word nothing is a setting or an option.</summary>
    private const string End = "--";

    /// <summary>Tells settings (<c>--Section:Name value</c> or <c>--Section:Name=value</c>) from the rest.</summary>
    /// <exception cref="StartException">A setting has no value.</exception>
    public static Arguments Read(string[] args)
    {
        var (command, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == End)
            {
                command.AddRange(args[i..]);
                break;
            }

            if (!IsSetting(args[i]))
            {
                command.Add(args[i]);
            }
            else if (args[i].Contains('='))
            {
                settings.Add(args[i]);
            }
            else if (i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings.Add($"{args[i]}={args[++i]}");
            }
            else
            {
                throw new StartException($"{args[i]} has no value. Give {args[i]} VALUE or {args[i]}=VALUE.");
            }
        }

        return new Arguments([.. command], [.. settings]);
    }

    private static bool IsSetting(string word)
    {
        var name = word.Split('=')[0];
        return name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':') || SettingsReader.IsFirst(name[2..]));
    }
}
