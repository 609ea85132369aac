using System.Text.RegularExpressions;

namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>A parameter of a generated request, both parts as they stand in the address: percent-encoded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Promise">What the description promises for this value.</param>
internal sealed record FuzzParameter(string Name, string Value, Promise Promise)
{
    public override string ToString() => $"{Name}={Value}";

    /// <summary>A value as a form reads it.</summary>
    public static string Decode(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}

/// <summary>What the description promises for a value.</summary>
internal enum Promise
{
    /// <summary>It is one that the description names or the data holds: it is taken.</summary>
    Taken,

    /// <summary>It may be taken or refused.</summary>
    Open,

    /// <summary>It is outside what the description names: it is refused, since a filter that is ignored is a wrong analysis.</summary>
    Refused,
}

/// <summary>The last part of an address of one record.</summary>
/// <param name="Encoded">As it stands in the address.</param>
/// <param name="Known">Whether, decoded once, it is the id of a record, in any case; null when that cannot be said.</param>
internal sealed record FuzzPath(string Encoded, bool? Known)
{
    /// <summary>Whether the address is another than the operation's: an empty part, or one that leads elsewhere.</summary>
    public bool LeadsElsewhere =>
        Uri.UnescapeDataString(Encoded) is var decoded && (decoded is "" or "." or ".." || decoded.Contains('/', StringComparison.Ordinal));
}

/// <summary>A request that the fuzzer makes.</summary>
internal sealed partial record FuzzRequest(FuzzOperation Operation)
{
    public FuzzPath? Path { get; init; }

    /// <summary>The suffix, without its dot.</summary>
    public string? Suffix { get; init; }

    public string? Accept { get; init; }

    public IReadOnlyList<FuzzParameter> Parameters { get; init; } = [];

    /// <summary>The address, from the root.</summary>
    public string Address
    {
        get
        {
            var path = Path is null
                ? Operation.Template
                : PathParameter().Replace(Operation.Template, Path.Encoded.Replace("$", "$$", StringComparison.Ordinal), 1);
            return $"{path}{(Suffix is null ? "" : $".{Suffix}")}{(Parameters.Count == 0 ? "" : $"?{string.Join('&', Parameters)}")}";
        }
    }

    /// <summary>Whether it is another address than the operation's, of which the description says nothing.</summary>
    public bool LeadsElsewhere =>
        Path?.LeadsElsewhere == true || Suffix is not null && !FuzzValues.Formats.Contains(Suffix, StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of a parameter, decoded.</summary>
    public IReadOnlyList<string> Values(string name) =>
        [
            .. Parameters
                .Where(parameter => parameter.Name == name)
                .SelectMany(parameter => FuzzParameter.Decode(parameter.Value).Split(','))
                .Select(value => value.Trim()),
        ];

    public bool Has(string name) => Parameters.Any(parameter => parameter.Name == name);

    /// <summary>The line that repeats it.</summary>
    public string Curl(Uri service)
    {
        var address = $"{service.GetLeftPart(UriPartial.Authority)}{Address.Replace("'", "%27", StringComparison.Ordinal)}";
        return $"curl -i --path-as-is {(Accept is null ? "" : $"-H 'Accept: {Accept}' ")}'{address}'";
    }

    /// <summary>Requests that are this one with one thing less.</summary>
    public IEnumerable<FuzzRequest> Smaller()
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            yield return this with
            {
                Parameters = [.. Parameters.Where((_, place) => place != i)],
            };
        }

        if (Accept is not null)
        {
            yield return this with
            {
                Accept = null,
            };
        }

        if (Suffix is not null)
        {
            yield return this with
            {
                Suffix = null,
            };
        }

        for (var i = 0; i < Parameters.Count; i++)
        {
            var parts = Parameters[i].Value.Split(',');
            foreach (var fewer in parts.Length == 1 ? [] : (string[][])[parts[..(parts.Length / 2)], parts[(parts.Length / 2)..]])
            {
                var shorter = Parameters[i] with { Value = string.Join(',', fewer) };
                yield return this with
                {
                    Parameters = [.. Parameters.Take(i), shorter, .. Parameters.Skip(i + 1)],
                };
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PathParameter();
}
