namespace OpenGov.Api.Database;

/// <summary>What the operating system says when a file cannot be had, as <see cref="Exception.HResult"/> carries it.</summary>
internal static class FileErrors
{
    /// <summary>Another process holds the file: EAGAIN, which macOS numbers otherwise, or a sharing violation.</summary>
    public static int InUse { get; } = OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>The file system can only be read: EROFS.</summary>
    public static int ReadOnly { get; } = OperatingSystem.IsWindows() ? unchecked((int)0x80070013) : 30;

    /// <summary>Nothing more fits on the disk: ENOSPC.</summary>
    public static int DiskFull { get; } = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;
}
