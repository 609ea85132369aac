namespace OpenGov.Api;

/// <summary>
/// The folder that the program takes as its own: where its settings file is. It is the program's, wherever it was started
/// from: a settings file that happens to lie in the current folder says nothing of whom to trust.
/// </summary>
internal static class ContentRoot
{
    private const string Named = "--contentRoot";

    /// <summary>A builder with the settings of the command line, in the program's folder unless they name another.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] settings) =>
        WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = settings,
                ContentRootPath = settings.Any(one => one.StartsWith(Named, StringComparison.OrdinalIgnoreCase))
                    ? null
                    : Folder(AppContext.BaseDirectory),
            }
        );

    /// <summary>The folder of the program; built from source, that of the source, so that what it keeps outlives a build.</summary>
    private static string Folder(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OpenGov.Api.csproj")))
            {
                return folder.FullName;
            }
        }

        return program;
    }
}
