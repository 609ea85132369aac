using System.IO.Compression;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commands;

/// <summary>The folder of a package that a command is given; a zip file is unpacked into a temporary one.</summary>
internal static class PackageFolder
{
    private const long LargestTable = 8L * 1024 * 1024 * 1024;

    /// <summary>Does something with the folder.</summary>
    public static async Task<int> OpenAsync(string path, Func<string, Task<int>> action)
    {
        if (Directory.Exists(path))
        {
            return await action(path);
        }

        if (!File.Exists(path))
        {
            throw new StartException($"There is no folder and no file '{path}'. Give a data package.");
        }

        var folder = TemporaryFiles.CreateFolder();
        try
        {
            if (await UnpackAsync(path, folder) is { } wrong)
            {
                await Console.Error.WriteLineAsync($"'{path}' {wrong}");
                return ExitCode.No;
            }

            return await action(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes the files of the product out of a zip file, by name, wherever in it they lie; nothing else is written.</summary>
    private static async Task<string?> UnpackAsync(string path, string folder)
    {
        const string Torn = "is no whole zip file: it may have been cut off on its way. Fetch it again, or give a folder.";
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path);
            foreach (var table in Schema.Current.Tables)
            {
                if (zip.Entries.FirstOrDefault(entry => entry.Name.Equals(table.Path, StringComparison.OrdinalIgnoreCase)) is not { } entry)
                {
                    continue;
                }

                if (entry.Length > LargestTable)
                {
                    return $"holds {entry.FullName}, which is larger than any table can be.";
                }

                await using var unpacked = new FileStream(
                    Path.Combine(folder, table.Path),
                    OwnerOnly.Options(FileMode.CreateNew, FileShare.None)
                );
                await using var packed = await entry.OpenAsync();
                await packed.CopyToAsync(unpacked);
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return Torn;
        }
        catch (EndOfStreamException)
        {
            return Torn;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"'{path}' cannot be unpacked into '{folder}': {FileErrors.Why(error)}.", error);
        }
    }
}
