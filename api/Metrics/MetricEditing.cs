using OpenGov.Api.Writing;

namespace OpenGov.Api.Metrics;

/// <summary>How editions of the metric are written.</summary>
internal sealed class MetricEditionEditing : AdminEditing
{
    private const string Beginning = "MGA-";

    public override string Table => "metric_editions";
    public override string Name => "MetricEdition";
    public override string Path => "/metrics";
    public override string Tag => "Metrics";
    public override string Parameter => "year";
    public override IReadOnlyList<string> Fixed => ["edition"];

    public override string IdOf(string given) => given.All(char.IsAsciiDigit) ? $"{Beginning}{given}" : base.IdOf(given);

    public override string NameOf(string id) => id.StartsWith(Beginning, StringComparison.Ordinal) ? id[Beginning.Length..] : id;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        row["edition"] is long year ? new NewId($"{Beginning}{year}") : NewId.Unknown;
}

/// <summary>How indicators of the metric are written.</summary>
internal sealed class MetricIndicatorEditing : AdminEditing
{
    public override string Table => "metric_indicators";
    public override string Name => "MetricIndicator";
    public override string Path => "/metric_indicators";
    public override string Tag => "Metrics";
    public override bool IsRead => false;

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) => null;
}

/// <summary>How values of the metric are written.</summary>
internal sealed class MetricValueEditing : AdminEditing
{
    public override string Table => "metric_values";
    public override string Name => "MetricValue";
    public override string Path => "/metrics/values";
    public override string Tag => "Metrics";
    public override bool IsRead => false;
    public override IReadOnlyList<string> Fixed => ["edition", "scope", "scope_code", "indicator"];

    public override NewId? IdFor(IReadOnlyDictionary<string, object?> row) =>
        (row["edition"], row["scope"], row["scope_code"], row["indicator"]) is (long year, string scope, string code, string indicator)
            ? new NewId($"MGA-{year}.{scope}.{code}.{indicator}")
            : NewId.Unknown;

    public override IEnumerable<string> ScopesOf(IReadOnlyDictionary<string, object?> row) => ByState(row);
}
