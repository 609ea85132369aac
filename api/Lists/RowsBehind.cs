using OpenGov.Api.Database;
using OpenGov.Api.Http;

namespace OpenGov.Api.Lists;

/// <summary>
/// The rows behind a number: a list of the API with filters. The number is counted with the very list that its
/// address answers with, so the two cannot differ.
/// </summary>
/// <param name="List">The list.</param>
/// <param name="Path">Its path under <c>/api/v1</c>.</param>
/// <param name="Query">Its filters, as in the address.</param>
internal sealed record RowsBehind(ListSql List, string Path, string Query)
{
    /// <summary>How many rows there are.</summary>
    public Task<int> CountAsync(ReadSession session, CancellationToken cancellationToken) =>
        session.CountAsync(
            List,
            ListRequest.Everything with
            {
                Values = Query
                    .Split('&')
                    .Select(part => part.Split('='))
                    .ToDictionary(part => part[0], part => (IReadOnlyList<string>)part[1].Split(',')),
            },
            cancellationToken
        );

    /// <summary>The address of the rows, of the same day when the request asks for one.</summary>
    public string Address(HttpRequest request)
    {
        var asOf = request.Query.TryGetValue("as_of", out var day) ? $"&as_of={Uri.EscapeDataString(day.ToString())}" : "";
        return $"{PublicAddress.OfApi(request, Path)}?{Query}{asOf}";
    }
}
