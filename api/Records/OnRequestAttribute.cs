namespace OpenGov.Api.Records;

/// <summary>Marks a property that an answer has only when it is asked for; every other is always there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnRequestAttribute : Attribute;
