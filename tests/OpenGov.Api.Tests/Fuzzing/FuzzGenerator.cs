namespace OpenGov.Api.Tests.Fuzzing;

/// <summary>
/// Makes requests from the description: first each operation in each format, each of its parameters with a good and
/// with a hostile value, each kind of path; then pairs and more, at random. The same seed makes the same requests.
/// </summary>
internal sealed class FuzzGenerator(IReadOnlyList<FuzzOperation> operations, FuzzData data, int seed)
{
    /// <summary>What servers take as a request line; beyond it a 414 is right.</summary>
    private const int LongestAddress = 8000;

    private static readonly string[] Tables = ["csv", "xlsx", "ndjson"];

    private readonly Random random = new(seed);
    private readonly FuzzValues values = new(data, new Random(seed));

    public IReadOnlyList<FuzzRequest> Make(int count) =>
        [.. Sweep().Concat(Forever()).Where(request => request.Address.Length <= LongestAddress).Take(count)];

    private IEnumerable<FuzzRequest> Sweep()
    {
        foreach (var operation in operations)
        {
            yield return Plain(operation);
            foreach (var suffix in operation.Template.StartsWith("/api/", StringComparison.Ordinal) ? FuzzValues.Suffixes : [])
            {
                yield return Plain(operation) with
                {
                    Suffix = suffix,
                };
            }

            // Each field alone and beside another, in turn in each format: what a table cannot hold is among them.
            var fields = operation.IsList ? operation.Query.Single(parameter => parameter.Name == "fields").Codes : [];
            for (var i = 0; i < fields.Count; i++)
            {
                var also = random.Next(2) == 0 ? "" : $"{fields[random.Next(fields.Count)]},";
                var both = With(Plain(operation), new FuzzParameter("fields", $"{also}{fields[i]}", Promise.Taken));
                yield return both with
                {
                    Suffix = Tables[random.Next(Tables.Length)],
                };
            }

            foreach (var parameter in operation.Query)
            {
                yield return With(Plain(operation), values.Good(operation, parameter));
                yield return InAFormat(With(Plain(operation), values.Good(operation, parameter)));
                yield return With(Plain(operation), values.Bad(parameter));
            }

            for (var kind = 0; operation.HasPath && kind < FuzzValues.PathKinds; kind++)
            {
                yield return InAFormat(new FuzzRequest(operation) { Path = values.Path(operation, kind) });
            }

            foreach (var suffix in operation.HasPath ? FuzzValues.Formats : [])
            {
                var path = values.Path(operation, random.Next(2) == 0 ? FuzzValues.NoPath : FuzzValues.NulPath);
                yield return new FuzzRequest(operation) { Path = path, Suffix = suffix };
            }
        }
    }

    private IEnumerable<FuzzRequest> Forever()
    {
        // What has more parameters has more pairs of them.
        var weighted = operations.SelectMany(operation => Enumerable.Repeat(operation, 2 + operation.Parameters.Count)).ToList();
        while (true)
        {
            var operation = weighted[random.Next(weighted.Count)];
            var request = Plain(operation);
            if (operation.HasPath && random.Next(3) > 0)
            {
                request = request with { Path = values.Path(operation) };
            }

            var query = operation.Query.ToList();
            for (
                var i = random.Next(4) switch
                {
                    0 => 1,
                    3 => 3,
                    _ => 2,
                };
                i > 0 && query.Count > 0;
                i--
            )
            {
                request = With(request, values.Any(operation, query[random.Next(query.Count)]));
            }

            yield return InAFormat(random.Next(15) == 0 ? With(request, values.Unknown(operation)) : request);
        }
    }

    /// <summary>The operation with no more than it needs.</summary>
    private FuzzRequest Plain(FuzzOperation operation) =>
        new(operation)
        {
            Path = operation.HasPath ? values.GoodPath(operation) : null,
            Parameters =
            [
                .. operation.Query.Where(parameter => parameter.IsRequired).Select(parameter => values.Good(operation, parameter)),
            ],
        };

    private FuzzRequest InAFormat(FuzzRequest request) =>
        random.Next(8) switch
        {
            < 3 when request.Operation.Template.StartsWith("/api/", StringComparison.Ordinal) => request with
            {
                Suffix = FuzzValues.Suffixes[random.Next(FuzzValues.Suffixes.Length)],
            },
            3 => request with { Accept = FuzzValues.Accepts[random.Next(FuzzValues.Accepts.Length)] },
            _ => request,
        };

    /// <summary>A parameter more; now and then one that stands there already stands twice.</summary>
    private FuzzRequest With(FuzzRequest request, FuzzParameter parameter) =>
        request with
        {
            Parameters = [.. request.Parameters.Where(given => given.Name != parameter.Name || random.Next(4) == 0), parameter],
        };
}
