using System.Globalization;

namespace OpenGov.Api.Records;

/// <summary>The nearest valid name to one that is not valid.</summary>
public static class Suggestion
{
    /// <summary>What parameters, keys and properties are called by who asks in Spanish; folded.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> FromSpanish = new()
    {
        ["acuerdo"] = ["agreement"],
        ["agrupar"] = ["group_by"],
        ["ambicion"] = ["ambition"],
        ["ano"] = ["year", "edition"],
        ["anio"] = ["year", "edition"],
        ["area"] = ["policy_area"],
        ["autoridad"] = ["organization"],
        ["buscar"] = ["q"],
        ["busqueda"] = ["q"],
        ["campos"] = ["fields"],
        ["categoria"] = ["policy_area", "kind"],
        ["compromiso"] = ["commitment"],
        ["confianza"] = ["confidence"],
        ["cumplimiento"] = ["completion"],
        ["desde"] = ["updated_since", "date_from", "due_from"],
        ["edicion"] = ["edition"],
        ["entidad"] = ["state"],
        ["estado"] = ["state"],
        ["estatus"] = ["status"],
        ["etapa"] = ["stage"],
        ["evidencia"] = ["has_evidence", "evidence"],
        ["fecha"] = ["date", "as_of"],
        ["fuente"] = ["source"],
        ["idioma"] = ["lang"],
        ["indicador"] = ["indicator", "has_indicators"],
        ["lengua"] = ["lang"],
        ["limite"] = ["limit"],
        ["municipio"] = ["municipality"],
        ["nivel"] = ["level"],
        ["orden"] = ["sort"],
        ["ordenar"] = ["sort"],
        ["organizacion"] = ["organization"],
        ["por"] = ["by", "group_by"],
        ["secretariado"] = ["secretariat", "has_secretariat"],
        ["tema"] = ["policy_area", "theme"],
        ["tipo"] = ["kind"],
        ["titulo"] = ["title_es"],
        ["valor"] = ["value"],
        ["vencido"] = ["overdue"],
        ["voz"] = ["voice", "said_by"],
    };

    /// <summary>The candidate with the fewest edits, when few enough that it was probably meant, or what it is called in Spanish; else null.</summary>
    public static string? Nearest(string given, IEnumerable<string> candidates)
    {
        var known = candidates as IReadOnlyCollection<string> ?? [.. candidates];
        var meant = SearchText.Words(SearchText.Fold([given])) is [var word] ? FromSpanish.GetValueOrDefault(word, []) : [];
        return meant.FirstOrDefault(known.Contains) ?? Near(given, known).FirstOrDefault();
    }

    /// <summary>Those of the candidates with so few edits that they may have been meant, the nearest first.</summary>
    public static IEnumerable<string> Near(string given, IEnumerable<string> candidates)
    {
        if (given.Length is 0 or > 80)
        {
            return [];
        }

        var wanted = given.ToLowerInvariant();
        var most = Math.Min(wanted.Length - 1, Math.Max(2, wanted.Length / 3));
        return candidates
            .Where(candidate =>
                Math.Abs(candidate.Length - wanted.Length) <= most || candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            )
            .Select(candidate => (candidate, Distance: Distance(wanted, candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= most || pair.candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(pair => pair.Distance)
            .ThenByDescending(pair => pair.candidate.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate);
    }

    /// <summary>
    /// What was given by name: the one among those whose names hold every word that was given which says the least beside them, else the
    /// one of which a name, or a word of one, is written nearly so; null when there is none.
    /// </summary>
    /// <param name="given">What was given instead of a code or an id.</param>
    /// <param name="named">Codes or ids, each with its names.</param>
    public static string? Named(string given, IEnumerable<(string Code, IReadOnlyList<string?> Names)> named)
    {
        var wanted = SearchText.Words(SearchText.Fold([given]));
        if (wanted.Count == 0)
        {
            return null;
        }

        var all = named
            .SelectMany(one => one.Names.OfType<string>(), (one, name) => (one.Code, Words: SearchText.Words(SearchText.Fold([name]))))
            .OrderBy(one => one.Words.Count)
            .ThenBy(one => one.Code.Length)
            .ThenBy(one => one.Code, StringComparer.Ordinal)
            .ToList();
        if (all.FirstOrDefault(one => wanted.All(one.Words.Contains)) is { Code: not null } whole)
        {
            return whole.Code;
        }

        var written = string.Join(' ', wanted);
        return Near(written, all.Select(one => string.Join(' ', one.Words))).FirstOrDefault() is { } name
                ? all.First(one => string.Join(' ', one.Words) == name).Code
            : written.Length >= LongWord
            && Near(written, all.SelectMany(one => one.Words).Where(word => word.Length >= LongWord)).FirstOrDefault() is { } word
                ? all.First(one => one.Words.Contains(word)).Code
            : null;
    }

    /// <summary>Of a shorter word nearly every other one is near.</summary>
    private const int LongWord = 4;

    /// <summary>
    /// The value that was meant among a few that are known: of numbers without names the next one, else by its code, else by its name. The dashboard has
    /// the same rule (<c>nearest.ts</c>), and its tests the same cases.
    /// </summary>
    public static string? Meant(string given, IReadOnlyCollection<(string Code, IReadOnlyList<string?> Names)> choices)
    {
        var codes = choices.Select(choice => choice.Code).ToList();
        return
            int.TryParse(given, CultureInfo.InvariantCulture, out var number)
            && codes.Count > 0
            && choices.All(choice => choice.Names.Count == 0)
            && codes.TrueForAll(code => int.TryParse(code, CultureInfo.InvariantCulture, out _))
            ? codes
                .OrderBy(code => Math.Abs((long)number - int.Parse(code, CultureInfo.InvariantCulture)))
                .ThenBy(code => code, StringComparer.Ordinal)
                .First()
            : Near(given, codes).FirstOrDefault() ?? Named(given, choices);
    }

    /// <summary>A sentence that offers it, after another one; nothing when there is none.</summary>
    public static string Sentence(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>The same in Spanish.</summary>
    public static string Spanish(string? nearest) => nearest is null ? "" : $" ¿Quiso decir «{nearest}»?";

    /// <summary>Edits (insert, delete, replace, swap neighbours) that turn one text into the other.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            table[i, 0] = i;
        }

        for (var j = 0; j <= right.Length; j++)
        {
            table[0, j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
