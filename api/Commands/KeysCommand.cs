using System.CommandLine;
using System.Globalization;
using OpenGov.Api.Access;
using OpenGov.Api.Database;
using OpenGov.Api.Keys;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary><c>keys create</c>, <c>keys list</c> and <c>keys revoke</c>.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    /// <param name="workplace">Where the configured database is.</param>
    public static Command Create(Workplace workplace) =>
        new("keys", "The keys of clients.") { New(workplace), List(workplace), Revoke(workplace) };

    private static Command New(Workplace workplace)
    {
        var name = Usage.Text("name", "What the key is for.");
        name.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var text }] && FieldRules.Broken(NewKey.Described.ByName["name"], text) is { } error)
            {
                given.AddError($"<name>: {error.Detail}");
            }
        });
        var organization = Usage.Said(Actor.OrganizationField, "Who holds it. The history names this, never a person.");
        var role = new Option<string>("--role") { Description = "What its holder may do.", DefaultValueFactory = _ => Roles.Names[0] };
        role.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var text }] && !Roles.Names.Contains(text))
            {
                given.AddError($"'{text}' is not a role. Give {string.Join(" or ", Roles.Names)}.");
            }
        });
        var scope = new Option<string[]>("--scope")
        {
            Description = $"'{Scope.National}' or ids of states, such as MX-DUR.",
            DefaultValueFactory = _ => [Scope.National],
            AllowMultipleArgumentsPerToken = true,
        };
        scope.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string[]>().FirstOrDefault(value => Scope.Read(value) is null) is { } unknown)
            {
                given.AddError($"'{unknown}' is not a scope. Give '{Scope.National}' or ids of states, such as MX-DUR.");
            }
        });
        var requests = Usage.Value<int>(
            "--requests",
            "Requests that it may make in a window; without it what configuration gives every key.",
            "Give a whole number from 1."
        );
        requests.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number < 1)
            {
                given.AddError($"--requests is '{text}'. Give a whole number from 1.");
            }
        });
        var expires = Usage.Value<DateOnly>(
            "--expires-on",
            "The last day on which it is taken (UTC); without it, it does not end by itself.",
            "Give a day such as 2027-12-31."
        );
        expires.Validators.Add(given =>
        {
            if (
                given.Tokens is [{ Value: var text }]
                && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var last)
                && (
                    last < DateOnly.FromDateTime(DateTime.UtcNow)
                    || FieldRules.Broken(NewKey.Described.ByName["expires_on"], last) is not null
                )
            )
            {
                given.AddError($"--expires-on is '{text}'. The last day of a key is today or later, and not after 2100.");
            }
        });
        var command = new Command("create", "Makes a key and shows its secret, once.")
        {
            name,
            organization,
            role,
            scope,
            requests,
            expires,
        };
        command.SetAction(
            (given, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Existing,
                    async services =>
                    {
                        var scopes = given
                            .GetValue(scope)!
                            .Select(value => Scope.Read(value)!)
                            .Distinct()
                            .Order(StringComparer.Ordinal)
                            .ToList();
                        var (id, secret) = await services
                            .GetRequiredService<KeysRepository>()
                            .CreateAsync(
                                given.GetValue(name)!,
                                given.GetValue(organization),
                                given.GetValue(role)!,
                                string.Join('|', scopes),
                                given.GetValue(requests),
                                cancellationToken,
                                given.GetValue(expires) is { } last ? ApiKey.EndOf(last) : null
                            );
                        await NoteAsync(
                            services,
                            "key_created",
                            id,
                            AuditLog.Given(given.GetValue(role)!, scopes),
                            scopes,
                            cancellationToken
                        );
                        Console.WriteLine($"{id}\n{secret}");
                        Console.WriteLine("Keep the second line: it is not shown again. Send it as 'Authorization: Bearer <secret>'.");
                        if (
                            given.GetValue(organization) is { } named
                            && await KeyHolder.OrganizationAsync(services.GetRequiredService<DataStore>(), named, cancellationToken) is null
                        )
                        {
                            Console.Error.WriteLine(
                                $"No organisation on record has the id or name '{named}': until one has, the holder of this key can neither "
                                    + "assess nor verify."
                            );
                        }

                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command List(Workplace workplace)
    {
        var command = new Command("list", "Lists the keys; no secret is among them.");
        command.SetAction(
            (_, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Existing,
                    async services =>
                    {
                        var keys = await services.GetRequiredService<KeysRepository>().ListAsync(cancellationToken);
                        var widest = keys.Select(key => key.Scope.Length).DefaultIfEmpty().Max();
                        foreach (var key in keys)
                        {
                            var state = State(key, services.GetRequiredService<TimeProvider>().GetUtcNow());
                            var holder = key.Organization is { } organization ? $" ({organization})" : "";
                            Console.WriteLine(
                                $"{key.Id}  {key.Role, -11}  {key.Scope.PadRight(widest)}  {Day(key.CreatedAt)}  {state, -18}  {Used(key), -15}  {key.Name}{holder}"
                            );
                        }

                        return ExitCode.Done;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Command Revoke(Workplace workplace)
    {
        var id = Usage.Text("id", "The id that 'keys create' and 'keys list' show.");
        var command = new Command("revoke", $"Ends a key. Every node knows within {KeysRepository.Bound.TotalSeconds} seconds.") { id };
        command.SetAction(
            (given, cancellationToken) =>
                workplace.OnDatabaseAsync(
                    Need.Existing,
                    async services =>
                    {
                        var keys = services.GetRequiredService<KeysRepository>();
                        var key = await keys.OfIdAsync(given.GetValue(id)!, cancellationToken);
                        if (key is not null && await keys.RevokeAsync(key.Id, cancellationToken))
                        {
                            await NoteAsync(services, "key_revoked", key.Id, null, key.Scopes, cancellationToken);
                            Console.WriteLine("Revoked.");
                            return ExitCode.Done;
                        }

                        await Console.Error.WriteLineAsync($"There is no key {given.GetValue(id)} in use. 'keys list' shows all.");
                        return ExitCode.No;
                    },
                    cancellationToken
                )
        );
        return command;
    }

    private static Task NoteAsync(
        IServiceProvider services,
        string action,
        string id,
        string? detail,
        IReadOnlyList<string> scopes,
        CancellationToken cancellationToken
    )
    {
        var audit = services.GetRequiredService<AuditLog>();
        return audit.AddAsync(audit.Entry(action, null, id, detail, scopes), cancellationToken);
    }

    private static string State(ApiKey key, DateTimeOffset now) =>
        key.RevokedAt is { } revoked ? $"revoked {Day(revoked)}"
        : key.ExpiresAt is not { } end ? "in use"
        : end <= now ? $"ended {Day(end.AddDays(-1))}"
        : $"until {Day(end.AddDays(-1))}";

    private static string Used(ApiKey key) => key.LastUsedAt is { } used ? $"used {Day(used)}" : "never used";

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
