namespace OpenGov.Api.Records;

/// <summary>A change that cannot be made: what is wrong, as data. Nothing of it is written.</summary>
/// <param name="errors">What is wrong.</param>
public sealed class RefusedException(IReadOnlyList<RecordError> errors) : Exception(string.Join('\n', errors.Take(20)))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RecordError> Errors { get; } = errors;
}
