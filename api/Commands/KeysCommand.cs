using System.CommandLine;
using System.Globalization;
using OpenGov.Api.Access;
using OpenGov.Api.Database;

namespace OpenGov.Api.Commands;

/// <summary><c>keys create</c>, <c>keys list</c> and <c>keys revoke</c>.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    /// <param name="services">The services of the product, over the configured database.</param>
    public static Command Create(Func<ServiceProvider> services) => new("keys", "The keys of clients.") { New(services), List(services), Revoke(services) };

    private static Command New(Func<ServiceProvider> services)
    {
        var name = new Argument<string>("name") { Description = "What the key is for." };
        var organization = new Option<string?>("--organization") { Description = "Who holds it. The history names this, never a person." };
        var role = new Option<string>("--role") { Description = "What its holder may do.", DefaultValueFactory = _ => Roles.Names[0] };
        role.AcceptOnlyFromAmong([.. Roles.Names]);
        var scope = new Option<string[]>("--scope") { Description = $"'{Scope.National}' or ids of states, such as MX-DUR.", DefaultValueFactory = _ => [Scope.National], AllowMultipleArgumentsPerToken = true };
        scope.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string[]>().FirstOrDefault(value => Scope.Read(value) is null) is { } unknown)
            {
                given.AddError($"'{unknown}' is not a scope. Give '{Scope.National}' or ids of states, such as MX-DUR.");
            }
        });
        var requests = new Option<int?>("--requests") { Description = "Requests that it may make in a window; without it what configuration gives every key." };
        requests.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int?>() is <= 0)
            {
                given.AddError("--requests must be at least 1.");
            }
        });
        var command = new Command("create", "Makes a key and shows its secret, once.") { name, organization, role, scope, requests };
        command.SetAction(async (given, cancellationToken) =>
        {
            await using var provider = await ReadyAsync(services, cancellationToken);
            var scopes = given.GetValue(scope)!.Select(value => Scope.Read(value)!).Distinct().Order(StringComparer.Ordinal);
            var (id, secret) = await provider.GetRequiredService<KeysRepository>().CreateAsync(
                given.GetValue(name)!, given.GetValue(organization), given.GetValue(role)!, string.Join('|', scopes), given.GetValue(requests), cancellationToken);
            Console.WriteLine($"{id}\n{secret}\nKeep the second line: it is not shown again. Send it as 'Authorization: Bearer <secret>'.");
            return 0;
        });
        return command;
    }

    private static Command List(Func<ServiceProvider> services)
    {
        var command = new Command("list", "Lists the keys; no secret is among them.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var provider = await ReadyAsync(services, cancellationToken);
            foreach (var key in await provider.GetRequiredService<KeysRepository>().ListAsync(cancellationToken))
            {
                var state = key.RevokedAt is { } revoked ? $"revoked {Day(revoked)}" : "in use";
                Console.WriteLine($"{key.Id}  {key.Role,-11}  {key.Scope,-10}  {Day(key.CreatedAt)}  {state,-18}  {key.Name}{(key.Organization is { } holder ? $" ({holder})" : "")}");
            }

            return 0;
        });
        return command;
    }

    private static Command Revoke(Func<ServiceProvider> services)
    {
        var id = new Argument<string>("id") { Description = "The id that 'keys create' and 'keys list' show." };
        var command = new Command("revoke", $"Ends a key. Every node knows within {KeysRepository.Bound.TotalSeconds} seconds.") { id };
        command.SetAction(async (given, cancellationToken) =>
        {
            await using var provider = await ReadyAsync(services, cancellationToken);
            if (await provider.GetRequiredService<KeysRepository>().RevokeAsync(given.GetValue(id)!, cancellationToken))
            {
                Console.WriteLine("Revoked.");
                return 0;
            }

            await Console.Error.WriteLineAsync($"There is no key {given.GetValue(id)} in use. 'keys list' shows all.");
            return 2;
        });
        return command;
    }

    private static async Task<ServiceProvider> ReadyAsync(Func<ServiceProvider> services, CancellationToken cancellationToken)
    {
        var provider = services();
        await provider.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        return provider;
    }

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
