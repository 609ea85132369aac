namespace OpenGov.Api.Database;

/// <summary>What the operating system says when a file cannot be had, as <see cref="Exception.HResult"/> carries it.</summary>
internal static class FileErrors
{
    /// <summary>Another process holds the file: EAGAIN, which macOS numbers otherwise, or a sharing violation.</summary>
    public static int InUse { get; } =
        OperatingSystem.IsWindows() ? unchecked((int)0x80070020)
        : OperatingSystem.IsMacOS() ? 35
        : 11;

    /// <summary>The file system can only be read: EROFS.</summary>
    public static int ReadOnly { get; } = OperatingSystem.IsWindows() ? unchecked((int)0x80070013) : 30;

    /// <summary>Nothing more fits on the disk: ENOSPC.</summary>
    public static int DiskFull { get; } = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;

    /// <summary>Why a file cannot be had, for whoever runs the service.</summary>
    public static string Why(Exception error) =>
        error switch
        {
            UnauthorizedAccessException => "this user may not",
            DirectoryNotFoundException => "the folder that it would lie in does not exist",
            FileNotFoundException => "it does not exist",
            PathTooLongException => "its name is too long",
            _ when error.HResult == DiskFull => "the disk is full",
            _ when error.HResult == ReadOnly => "its file system can only be read",
            _ when error.HResult == InUse => "another process holds it",
            _ => "the operating system does not let it",
        };
}
