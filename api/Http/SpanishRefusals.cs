using OpenGov.Api.Records;

namespace OpenGov.Api.Http;

/// <summary>
/// Says in Spanish what is wrong with a parameter or with a record, with all that the English sentence has as data: value, nearest, allowed.
/// </summary>
internal static class SpanishRefusals
{
    /// <summary>A sentence for each code that a parameter can be refused with: {0} is the parameter, {1} what was given.</summary>
    private static readonly Dictionary<string, string> Sentences = new()
    {
        [ParameterCodes.UnknownParameter] = "Aquí no hay un parámetro «{0}».",
        [ParameterCodes.Empty] = "«{0}» está vacío: quítelo, o dele un valor.",
        [ParameterCodes.Repeated] = "«{0}» está más de una vez, y toma un solo valor.",
        [ParameterCodes.TooMany] = "«{0}» tiene más valores de los que son posibles.",
        [ParameterCodes.OutOfRange] = "«{1}» no es posible como «{0}»: es más, o menos, de lo que toma.",
        [ParameterCodes.InTheFuture] = "{1} está en el futuro: todavía no se sabe qué dirán entonces los datos.",
        [ParameterCodes.InvalidCursor] = "El cursor está incompleto, o es de otra lista, otros filtros u otro orden: empiece sin él.",
        [ParameterCodes.UnknownState] =
            "El cursor es de un estado de los datos que este servicio no tiene: su base se restauró, o este nodo aún no ve los últimos "
            + "cambios. Empiece sin él.",
        [ParameterCodes.UnknownPosition] = "El registro de cambios aquí no llega hasta {1}: tome todo de nuevo.",
        [ParameterCodes.UnknownEpoch] = "Este registro de cambios no es «{1}»: la base se restauró o se reemplazó. Tome todo de nuevo.",
        [ParameterCodes.NotInThisFormat] = "«{0}» no es posible en este formato: pida otro, o quítelo.",
        [ErrorCodes.Required] = "Aquí hace falta «{0}».",
        [ErrorCodes.NotABoolean] = "«{1}» no es un valor de «{0}».",
        [ErrorCodes.NotADate] = "«{1}» no es una fecha de «{0}»: escríbala como 2026-06-30.",
        [ErrorCodes.NotANumber] = "«{1}» no es un número, y «{0}» lo es: escriba los decimales con punto y sin separador de miles.",
        [ErrorCodes.NotAnInteger] = "«{1}» no es un número entero, y «{0}» toma solo esos.",
        [ErrorCodes.TooSmall] = "«{1}» es menos de lo que «{0}» toma.",
        [ErrorCodes.TooLarge] = "«{1}» es más de lo que «{0}» toma.",
        [ErrorCodes.TooLong] = "Lo que se da en «{0}» es más largo de lo que cabe.",
        [ErrorCodes.ControlCharacter] = "«{0}» lleva un carácter que ningún texto puede tener.",
        [ErrorCodes.WrongForm] = "«{1}» no tiene la forma de «{0}».",
        [ErrorCodes.UnknownCode] = "«{1}» no es un valor de «{0}».",
        [ErrorCodes.UnknownRecord] = "No consta aquí «{1}», que «{0}» nombra.",
        [ErrorCodes.Fixed] = "«{0}» no se puede cambiar.",
        [ErrorCodes.Markup] = "«{0}» es texto sin marcas.",
        [ErrorCodes.WrongType] = "«{0}» es de otro tipo de dato.",
        [ErrorCodes.TooPrecise] = "«{1}» tiene más cifras de las que caben en «{0}».",
        [ErrorCodes.UnknownField] = "Aquí no hay un campo «{0}».",
        [ErrorCodes.DuplicateField] = "«{0}» está dos veces.",
        [ErrorCodes.Duplicate] = "Otro registro ya tiene «{1}» en «{0}», y solo uno puede.",
        [ErrorCodes.Circle] = "«{0}» lleva de vuelta al mismo registro.",
        [ErrorCodes.NotCanonical] = "«{1}» no está escrito como los identificadores de su tabla.",
        [ErrorCodes.PrecisionMissing] = "«{0}»: una fecha y su precisión van juntas; llene las dos, o ninguna.",
        [ErrorCodes.WrongOrder] = "«{0}» ({1}) es anterior a lo que debe precederle.",
        [ErrorCodes.Contradiction] = "«{0}» contradice lo que el registro dice en otro campo.",
        [ErrorCodes.NoteMissing] =
            "Lo inferido o disputado lleva una nota en ambos idiomas que dice de qué se infiere, o quién lo disputa: «{0}».",
        [ErrorCodes.StillNamed] = "{1} no se puede retirar: otro registro lo nombra. Retire o cambie antes ese.",
        [ErrorCodes.Unreadable] = "El cuerpo no es JSON en UTF-8.",
        [ErrorCodes.Computed] = "«{0}» no se escribe: se sigue de otros registros o de una regla.",
        [ErrorCodes.EvidenceMissing] = "Falta evidencia pública: una con dirección o archivo.",
        [ErrorCodes.ReasonMissing] = "Diga por qué, en ?reason=: el historial lo conserva.",
        [ErrorCodes.ResponseMissing] = "Una decisión viene con sus razones: llene response_es o response_en.",
        [ErrorCodes.UnansweredProposal] = "{1} no tiene respuesta razonada.",
        [ErrorCodes.NotCompleted] = "Lo que se verifica se completó antes.",
        [ErrorCodes.Verified] = "Lo verificado queda como se verificó, mientras la verificación no se retire.",
        [ErrorCodes.OwnVerification] = "La verificación corresponde a otra organización que la que encabeza, apoya o reporta.",
        [ErrorCodes.EndedOrganization] = "{1} ya no existe: lo que se extinguió no verifica ni evalúa.",
        [ErrorCodes.UnknownFile] = "Aquí no se guarda un archivo con el SHA-256 «{1}»: envíelo antes (POST /api/v1/files).",
        [ErrorCodes.RefusedFile] = "Por su contenido, el archivo no es de ninguno de los tipos que se guardan.",
        [ErrorCodes.OtherVoice] = "Cada organización habla con la voz de su sector.",
    };

    /// <summary>What the rules of fields refuse, too, where they are asked of a parameter.</summary>
    private const string Impossible = "«{1}» no es posible como «{0}».";

    /// <summary>What is at fault when no field of a record is.</summary>
    private const string WholeRecord = "el registro";

    /// <summary>Values that are said in a sentence.</summary>
    private const int MostAllowed = 40;

    /// <summary>The codes that have a sentence.</summary>
    public static IReadOnlyCollection<string> Codes => Sentences.Keys;

    /// <summary>What is wrong, and what would be right.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="takes">What would be right, where the English sentence lists it.</param>
    /// <param name="sentence">The sentence, where the one of the code does not say enough.</param>
    public static string Of(ParameterError error, IReadOnlyCollection<string>? takes, string? sentence = null) =>
        Of(error.Code, error.Parameter, error.Value, error.Nearest, takes, sentence);

    /// <summary>What is wrong with a record, and what would be right.</summary>
    public static string Of(RecordError error) =>
        Of(
            error.Code,
            error.Field ?? WholeRecord,
            error.Value,
            error.Code is ErrorCodes.Duplicate or ErrorCodes.StillNamed ? null : error.Nearest,
            error.Code == ErrorCodes.TooLong || error.Allowed?.Count > MostAllowed ? null : error.Allowed,
            null
        );

    private static string Of(
        string code,
        string name,
        string? value,
        string? nearest,
        IReadOnlyCollection<string>? allowed,
        string? sentence
    )
    {
        var said =
            sentence
            ?? Sentences
                .GetValueOrDefault(code, Impossible)
                .Replace("{0}", name, StringComparison.Ordinal)
                .Replace("{1}", value, StringComparison.Ordinal);
        var takes = allowed is { Count: > 0 } ? $" Toma {string.Join(", ", allowed)}." : "";
        return $"{said}{Suggestion.Spanish(nearest)}{takes}";
    }
}
