using Microsoft.Extensions.Primitives;

namespace OpenGov.Api;

/// <summary>Settings each of which is right, and which make no sense together.</summary>
internal static class SettingCombinations
{
    /// <exception cref="StartException">Two of them contradict each other.</exception>
    public static void Check(Settings settings)
    {
        if (
            settings.PublicAddress is { } address
            && settings.AllowedHosts.Count > 0
            && !IsAllowed(settings.AllowedHosts, new Uri(address).Host)
        )
        {
            throw new StartException(
                $"AllowedHosts is '{string.Join(';', settings.AllowedHosts)}', without the host of PublicAddress, which is '{address}':"
                    + $" every link would be refused. Add {new Uri(address).Host}, or leave AllowedHosts out."
            );
        }

        Check(settings.Files, settings.Dashboard);
        if (settings.Exports.PerClient > settings.Exports.AtOnce)
        {
            throw new StartException(
                $"Exports:PerClient is {settings.Exports.PerClient}, more than Exports:AtOnce, which is {settings.Exports.AtOnce}."
                    + $" Give a PerClient of at most {settings.Exports.AtOnce}, or a higher AtOnce."
            );
        }
    }

    private static void Check(FilesSettings files, DashboardSettings dashboard)
    {
        var s3 = files.S3;
        if (s3 is { Bucket: null } and not { Endpoint: null, Region: null, AccessKey: null, SecretKey: null, PathStyle: false })
        {
            throw new StartException("Files:S3 is set, and Files:S3:Bucket is not. Name the bucket, or leave all of Files:S3 out.");
        }

        if (s3 is { Bucket: not null, Endpoint: null, Region: null })
        {
            throw new StartException("Files:S3:Bucket is set, and nothing says where it is. Give Files:S3:Region, or Files:S3:Endpoint.");
        }

        if (s3.AccessKey is null != s3.SecretKey is null)
        {
            throw new StartException("Files:S3:AccessKey and Files:S3:SecretKey go together. Give both, or neither.");
        }

        if (s3.Bucket is not null && files.Folder is not null)
        {
            throw new StartException("Files:Folder and Files:S3:Bucket are both set. Files lie in one of them: leave the other out.");
        }

        if (files.Folder is { } folder && dashboard.Folder is { } root)
        {
            RefuseServed(folder, root);
        }
    }

    /// <summary>Refuses to keep files where the dashboard is served from.</summary>
    /// <exception cref="StartException">The folder of the files lies there.</exception>
    public static void RefuseServed(string folder, string dashboard)
    {
        static string Within(string path) => $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))}{Path.DirectorySeparatorChar}";

        if (Within(folder).StartsWith(Within(dashboard), StringComparison.OrdinalIgnoreCase))
        {
            throw new StartException(
                $"Files lie in '{folder}', within the folder of the dashboard ('{dashboard}'), which anybody may read."
                    + " Give a Files:Folder outside of it."
            );
        }
    }

    private static bool IsAllowed(IReadOnlyList<string> hosts, string host) =>
        hosts.Contains("*") || HostString.MatchesAny(host, [.. hosts.Select(one => new StringSegment(new HostString(one).Value))]);
}
