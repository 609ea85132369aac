using System.Globalization;
using OpenGov.Api.Access;

namespace OpenGov.Api.Writing;

/// <summary>Counts what each holder of a credential writes in a window of time; each write of a batch is one.</summary>
internal sealed class WriteQuota(Settings settings, TimeProvider clock)
{
    private readonly CountingWindows windows = new(settings.RateLimit.WindowSeconds, clock);

    /// <summary>Counts some writes; the answer when they are more than the caller may make, else null.</summary>
    public IResult? Count(HttpContext context, Caller caller, int writes)
    {
        var (most, window) = (settings.RateLimit.Writes, settings.RateLimit.WindowSeconds);
        var used = 0;
        for (var i = 0; i < writes; i++)
        {
            used = windows.Count(caller.Id);
        }

        if (used <= most)
        {
            return null;
        }

        var quota = new Quota("writes", most, 0, window, windows.Left);
        return quota.Refuse(
            context.Response,
            "too_many_writes",
            string.Create(CultureInfo.InvariantCulture, $"A credential writes {most} records in {Quota.Seconds(window)}; ")
                + $"these would be more. Nothing was written. Wait {Quota.Seconds(quota.Left)}.",
            string.Create(CultureInfo.InvariantCulture, $"Una credencial escribe {most} registros en {Quota.SecondsInSpanish(window)}; ")
                + $"estos serían más. No se escribió nada. Espere {Quota.SecondsInSpanish(quota.Left)}."
        );
    }
}
