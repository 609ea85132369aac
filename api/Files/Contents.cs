using System.Buffers;
using System.Globalization;
using System.Text;
using OpenGov.Api.Records;

namespace OpenGov.Api.Files;

/// <summary>
/// Tells the kind of a file by its content, whatever it is called and whatever its sender says. What is none of the kinds that are kept is
/// refused, and so is what is broken, locked or brings something that runs.
/// </summary>
internal static class Contents
{
    private const int Head = 4096;

    /// <summary>How long a letter of a PDF is that is spelled by its number.</summary>
    private const int Spelled = 3;

    /// <summary>What a text begins with or holds that a browser or a shell would run.</summary>
    private static readonly string[] Running = ["<!doctype", "<html", "<head", "<body", "<svg", "<script", "<iframe", "<?php", "<%@"];

    /// <summary>The kind.</summary>
    /// <exception cref="RefusedException">It is none that is kept.</exception>
    public static FileKind Of(Stream file)
    {
        file.Position = 0;
        var head = new byte[Math.Min(Head, file.Length)];
        file.ReadExactly(head);
        file.Position = 0;
        var begins = new ReadOnlySpan<byte>(head);
        if (begins.IndexOf("%PDF-"u8) is >= 0 and < 1024)
        {
            return Pdf(file, begins);
        }

        if (begins.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Whole(Tail(file, 64).IndexOf("IEND"u8) >= 0, "image/png");
        }

        if (begins.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Whole(Tail(file, (int)Math.Min(file.Length, 1 << 20)).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0, "image/jpeg");
        }

        if (begins.StartsWith("GIF87a"u8) || begins.StartsWith("GIF89a"u8))
        {
            return Whole(IsGif(begins) && Tail(file, 16).Contains((byte)0x3B), "image/gif");
        }

        if (begins.StartsWith("RIFF"u8) && begins.Length > 12 && begins[8..12].SequenceEqual("WEBP"u8))
        {
            return Whole(file.Length >= 8 + (long)BitConverter.ToUInt32(begins[4..8]), "image/webp");
        }

        if (begins.StartsWith("PK\x03\x04"u8))
        {
            return Packed.Of(file);
        }

        if (begins.Length > 12 && begins[4..8].SequenceEqual("ftyp"u8))
        {
            return Mp4(begins);
        }

        if (begins.StartsWith("ID3"u8) || IsMp3(begins))
        {
            return Kind("audio/mpeg");
        }

        return Text(file);
    }

    /// <summary>That a file is refused: why, and what is taken.</summary>
    public static RefusedException Refused(string why, string spanish) =>
        new([
            new RecordError(ErrorCodes.RefusedFile, $"{why} Files that are taken: {string.Join("; ", FileKind.Titles)}.")
            {
                DetailEs = $"{spanish} Se toman archivos: {string.Join("; ", FileKind.Titles)}.",
                Allowed = FileKind.Titles,
            },
        ]);

    /// <summary>That a file ends before it should, or does not hold together.</summary>
    public static RefusedException Broken =>
        Refused(
            "The file is broken: it begins like one and does not go on as one.",
            "El archivo está dañado: empieza bien y no continúa así."
        );

    /// <summary>That nobody can open a file without a password.</summary>
    public static RefusedException Locked =>
        Refused(
            "The file is protected by a password or by rights, so not everybody can open it: save it without.",
            "El archivo está protegido por contraseña o permisos, así que no cualquiera puede abrirlo: guárdelo sin protección."
        );

    /// <summary>That a document brings something that runs.</summary>
    public static RefusedException Macros =>
        Refused(
            "The document has macros or controls, which run where it is opened: save it without.",
            "El documento tiene macros o controles, que se ejecutan donde se abre: guárdelo sin ellos."
        );

    /// <summary>That a document brings or fetches another file, which is no part of what is read in it.</summary>
    public static RefusedException Objects =>
        Refused(
            "The document holds a file of another kind, or fetches one when it is opened (an embedded object, a template at an address): "
                + "save it without.",
            "El documento contiene un archivo de otro tipo, o trae uno cuando se abre (un objeto incrustado, una plantilla en una dirección): "
                + "guárdelo sin él."
        );

    /// <summary>That a text is in an encoding that readers would have to guess.</summary>
    private static RefusedException NotUtf8 =>
        Refused(
            "The text is not in UTF-8, so letters such as ñ would be read as others: save it as UTF-8 (in a spreadsheet: CSV UTF-8).",
            "El texto no está en UTF-8, así que letras como ñ se leerían como otras: guárdelo en UTF-8 (en una hoja de cálculo: CSV UTF-8)."
        );

    /// <summary>That a file is nothing that is kept.</summary>
    public static RefusedException Other =>
        Refused(
            "By its content the file is none of the kinds that are kept, whatever it is called.",
            "Por su contenido, el archivo no es de ninguno de los tipos que se guardan, se llame como se llame."
        );

    /// <summary>Whether a picture of some size is described, and what follows is an image or an extension: no text begins so.</summary>
    private static bool IsGif(ReadOnlySpan<byte> begins)
    {
        const int Described = 13;
        if (begins.Length <= Described || begins[6..8].IndexOfAnyExcept((byte)0) < 0 || begins[8..10].IndexOfAnyExcept((byte)0) < 0)
        {
            return false;
        }

        var colours = (begins[10] & 0x80) == 0 ? 0 : 3 << ((begins[10] & 0x07) + 1);
        return begins.Length > Described + colours && begins[Described + colours] is 0x21 or 0x2C;
    }

    private static FileKind Kind(string mediaType) => FileKind.Of(mediaType)!;

    private static FileKind Whole(bool isWhole, string mediaType) => isWhole ? Kind(mediaType) : throw Broken;

    private static FileKind Pdf(Stream file, ReadOnlySpan<byte> begins)
    {
        // Some programs write a line before it; what a browser would take for a page is none.
        if (begins[..begins.IndexOf("%PDF-"u8)].Contains((byte)'<') || Tail(file, 2048).IndexOf("%%EOF"u8) < 0)
        {
            throw Broken;
        }

        // What is packed within is not looked into: a file is never opened in place, and its reader's program asks.
        string[] files = ["/EmbeddedFile", "/FileAttachment", "/RichMedia"];
        var held = Held(file, ["/Encrypt", "/JavaScript", "/Launch", .. files]);
        return held.Contains("/Encrypt") ? throw Locked
            : held.Overlaps(files) ? throw Objects
            : held.Count > 0 ? throw Macros
            : Kind("application/pdf");
    }

    private static FileKind Mp4(ReadOnlySpan<byte> begins)
    {
        string[] brands = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4A ", "M4V ", "MSNV", "dash"];
        return brands.Contains(Encoding.ASCII.GetString(begins[8..12])) ? Kind("video/mp4") : throw Other;
    }

    /// <summary>Two frames of MPEG layer III, one behind the other: one alone could be anything.</summary>
    private static bool IsMp3(ReadOnlySpan<byte> bytes) =>
        FrameLength(bytes) is { } first && first < bytes.Length && FrameLength(bytes[first..]) is not null;

    private static int? FrameLength(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 4 || frame[0] != 0xFF || (frame[1] & 0xE6) != 0xE2)
        {
            return null;
        }

        var isFirst = (frame[1] & 0x18) == 0x18;
        ReadOnlySpan<int> rates = isFirst
            ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0]
            : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
        ReadOnlySpan<int> samples = (frame[1] & 0x18) switch
        {
            0x18 => [44100, 48000, 32000, 0],
            0x10 => [22050, 24000, 16000, 0],
            0 => [11025, 12000, 8000, 0],
            _ => [0, 0, 0, 0],
        };
        var (rate, sample) = (rates[frame[2] >> 4], samples[(frame[2] >> 2) & 3]);
        return rate == 0 || sample == 0 ? null : (isFirst ? 144 : 72) * rate * 1000 / sample + ((frame[2] >> 1) & 1);
    }

    /// <summary>UTF-8 without control characters, and without what a browser or a shell would run.</summary>
    private static FileKind Text(Stream file)
    {
        using var reader = new StreamReader(
            file,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            detectEncodingFromByteOrderMarks: false,
            bufferSize: 64 * 1024,
            leaveOpen: true
        );
        var piece = ArrayPool<char>.Shared.Rent(64 * 1024);
        try
        {
            var (isFirst, kept) = (true, 0);
            for (int read; (read = reader.Read(piece, kept, piece.Length - kept)) > 0; )
            {
                var all = piece.AsSpan(0, kept + read);
                var begins = all.TrimStart("\uFEFF \t\r\n");
                if (
                    all[kept..].ContainsAnyInRange('\0', '\x08')
                    || all[kept..].ContainsAnyInRange('\x0B', '\x0C')
                    || all[kept..].ContainsAnyInRange('\x0E', '\x1F')
                    || all[kept..].ContainsAnyInRange('\x7F', '\x9F')
                    || isFirst && (begins.StartsWith("<") || begins.StartsWith("#!"))
                    || Runs(all)
                )
                {
                    throw Other;
                }

                // What is looked for may lie across two pieces.
                isFirst = false;
                kept = Math.Min(16, all.Length);
                all[^kept..].CopyTo(piece);
            }
        }
        catch (DecoderFallbackException)
        {
            throw IsOtherText(file) ? NotUtf8 : Other;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(piece);
        }

        return Kind("text/plain");
    }

    /// <summary>Whether it reads like a text in one of the encodings of one byte a letter.</summary>
    private static bool IsOtherText(Stream file)
    {
        file.Position = 0;
        var head = new byte[Math.Min(Head, file.Length)];
        file.ReadExactly(head);
        return !Array.Exists(head, one => one is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F)
            && head.Count(one => one >= 0x80) * 4 < head.Length;
    }

    private static bool Runs(ReadOnlySpan<char> text)
    {
        foreach (var one in Running)
        {
            if (text.Contains(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Tail(Stream file, int length)
    {
        var tail = new byte[Math.Min(length, file.Length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        return tail;
    }

    /// <summary>Which of some names of a PDF its bytes hold, however they are spelled, in one reading.</summary>
    private static HashSet<string> Held(Stream file, params string[] names)
    {
        file.Position = 0;
        var sought = names.Select(name => (Name: name, Bytes: Encoding.ASCII.GetBytes(name))).ToList();
        var most = Spelled * sought.Max(one => one.Bytes.Length);
        var held = new HashSet<string>();
        var piece = new byte[64 * 1024];
        var plain = new byte[piece.Length];
        var kept = 0;
        for (int read; (read = file.Read(piece, kept, piece.Length - kept)) > 0; )
        {
            var all = piece.AsSpan(0, kept + read);
            var text = plain.AsSpan(0, Plain(all, plain));
            foreach (var (name, bytes) in sought)
            {
                if (text.IndexOf(bytes) >= 0)
                {
                    held.Add(name);
                }
            }

            kept = Math.Min(most - 1, all.Length);
            all[^kept..].CopyTo(piece);
        }

        return held;
    }

    /// <summary>A name of a PDF with each letter that is spelled by its number (<c>#4a</c>) as that letter; how long it then is.</summary>
    private static int Plain(ReadOnlySpan<byte> spelled, Span<byte> plain)
    {
        var length = 0;
        for (var i = 0; i < spelled.Length; i++)
        {
            var isNumber =
                spelled[i] == '#'
                && i + Spelled <= spelled.Length
                && byte.TryParse(spelled[(i + 1)..(i + Spelled)], NumberStyles.AllowHexSpecifier, null, out plain[length]);
            if (isNumber)
            {
                i += Spelled - 1;
            }
            else
            {
                plain[length] = spelled[i];
            }

            length++;
        }

        return length;
    }
}
