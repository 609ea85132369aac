namespace OpenGov.Api.Commands;

/// <summary>What the program ends with. docs/operations says the same to whoever calls it from a script.</summary>
internal static class ExitCode
{
    /// <summary>Done; help and the version too, when they were asked for.</summary>
    public const int Done = 0;

    /// <summary>It was looked at, and the answer is no: a package is refused, a key is not in use, a service is not well.</summary>
    public const int No = 1;

    /// <summary>It could not begin, or not go on: words, settings, a file or a database that is not there.</summary>
    public const int NotPossible = 2;
}
