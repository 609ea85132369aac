using System.CommandLine;

namespace OpenGov.Api.Commands;

/// <summary><c>health</c>: for containers, which have no curl.</summary>
internal static class HealthCommand
{
    private const string Example = "such as http://127.0.0.1:8080/health/ready";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var address = new Argument<Uri>("address")
        {
            Description = $"Address of a running service's health, {Example}.",
            CustomParser = given =>
            {
                if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")
                {
                    return parsed;
                }

                given.AddError($"'{given.Tokens[0].Value}' is not an address. Give one {Example}.");
                return null;
            },
        };
        var command = new Command("health", "Asks a running service how it is; for containers, which have no curl.") { address };
        command.SetAction((given, cancellationToken) => AskAsync(given.GetValue(address)!, cancellationToken));
        return command;
    }

    private static async Task<int> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            if (response.Content.Headers.ContentType?.MediaType != "application/json")
            {
                await Console.Error.WriteLineAsync(
                    $"{address} answers, but not with health. Give an address that ends with /health/ready or /health/live."
                );
                return ExitCode.No;
            }

            Console.WriteLine(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.No;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer.");
            return ExitCode.No;
        }
    }
}
