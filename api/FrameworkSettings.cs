using OpenGov.Api.Records;

namespace OpenGov.Api;

/// <summary>Settings of the framework and its libraries that would be passed over, or end the start in their own words.</summary>
internal static class FrameworkSettings
{
    private static readonly string[] Formatters = ["simple", "json", "systemd"];

    /// <exception cref="StartException">One is wrong.</exception>
    public static void Check(IConfiguration configuration)
    {
        CheckLevels(configuration.GetSection("Logging"));
        if (
            configuration["Logging:Console:FormatterName"] is { Length: > 0 } name
            && !Formatters.Contains(name, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw new StartException($"Logging:Console:FormatterName is '{name}'. Give {string.Join(", ", Formatters)}.");
        }

        const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
        if (
            configuration[Collector] is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")
        )
        {
            var shown = address.Contains('@') ? "has a value that it cannot have" : $"is '{address}'";
            throw new StartException($"{Collector} {shown}. Give an address such as http://collector:4317.");
        }
    }

    private static void CheckLevels(IConfigurationSection section)
    {
        foreach (var child in section.GetChildren())
        {
            if (!child.Key.Equals("LogLevel", StringComparison.OrdinalIgnoreCase))
            {
                CheckLevels(child);
                continue;
            }

            foreach (var level in child.GetChildren().Where(level => !string.IsNullOrEmpty(level.Value)))
            {
                var names = Enum.GetNames<LogLevel>();
                if (!names.Contains(level.Value, StringComparer.OrdinalIgnoreCase))
                {
                    var meant = Suggestion.Sentence(Suggestion.Nearest(level.Value!, names));
                    throw new StartException($"{level.Path} is '{level.Value}'. Give one of {string.Join(", ", names)}.{meant}");
                }
            }
        }
    }
}
