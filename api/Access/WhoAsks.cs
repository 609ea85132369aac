using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace OpenGov.Api.Access;

/// <summary>
/// Finds out who asks, before anything is counted or answered. Whoever sends wrong credentials is soon not looked at any more,
/// until the window ends; who has been let in goes on being let in, whoever else shares the address.
/// </summary>
internal sealed class WhoAsks(RequestDelegate next, Settings settings, LetIn letIn, TimeProvider clock)
{
    private readonly CountingWindows wrong = new(settings.RateLimit.WindowSeconds, clock);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count == 0)
        {
            await next(context);
            return;
        }

        var address = Client.Address(context.Connection.RemoteIpAddress);
        var most = settings.RateLimit.WrongCredentials;
        var credential = context.Request.Headers.Authorization.ToString();
        if (wrong.Of(address) >= most && !letIn.Has(address, credential))
        {
            var quota = new Quota("credentials", most, 0, settings.RateLimit.WindowSeconds, wrong.Left);
            await quota
                .Refuse(
                    context.Response,
                    "too_many_credentials",
                    $"{most} wrong credentials came from this address in {Quota.Seconds(quota.Window)}, so that no new one is "
                        + $"looked at. Wait {Quota.Seconds(quota.Left)}; reading needs none.",
                    $"{most} credenciales equivocadas llegaron de esta dirección en {Quota.SecondsInSpanish(quota.Window)}, así que no se mira "
                        + $"ninguna nueva. Espere {Quota.SecondsInSpanish(quota.Left)}; leer no pide ninguna."
                )
                .ExecuteAsync(context);
            return;
        }

        var found =
            context.Request.Headers.Authorization.Count > 1
                ? AuthenticateResult.Fail(AccessFailure.SeveralCredentials)
                : await context.AuthenticateAsync(AccessSetup.SchemeName);
        if (found.Succeeded)
        {
            letIn.Add(address, credential);
            context.User = found.Principal;
        }
        else
        {
            var failure = AccessFailure.OfToken(found.Failure ?? AccessFailure.Malformed);
            if (failure.IsOfClient)
            {
                wrong.Count(address);
            }

            context.Features.Set(failure);
        }

        await next(context);
    }

    /// <summary>
    /// Refuses what came with a credential that is not taken, also where none is needed: its sender believes to be somebody.
    /// </summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next) =>
        context.Features.Get<AccessFailure>() is { } failure ? failure.ToProblem(context.Response).ExecuteAsync(context) : next(context);
}

/// <summary>
/// The credentials that were taken not long ago, each with the address that it came from, by their hashes. They are looked at each
/// time all the same.
/// </summary>
internal sealed class LetIn : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    public bool Has(string address, string credential) => known.TryGetValue(Hash(address, credential), out _);

    public void Add(string address, string credential) =>
        known.Set(Hash(address, credential), true, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });

    /// <inheritdoc />
    public void Dispose() => known.Dispose();

    private static string Hash(string address, string credential) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{address} {credential}")));
}
