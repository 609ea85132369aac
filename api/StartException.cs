namespace OpenGov.Api;

/// <summary>Why the service or a command cannot begin, in one line that says what would be right. It names no secret.</summary>
public sealed class StartException(string line, Exception? inner = null) : Exception(line, inner);
