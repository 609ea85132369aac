using OpenGov.Api.Lists;
using OpenGov.Api.Records;

namespace OpenGov.Api.Organizations;

internal static class OrganizationsEndpoints
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        var organizations = api.MapGroup("/organizations").WithTags("Organizations");
        organizations
            .MapList<OrganizationsRepository, Organization>("", OrganizationsRepository.Sql, "ListOrganizations")
            .WithSummary("Lists organisations")
            .WithDescription("Institutions and organisations that lead or support commitments or sit in a secretariat or committee.");
        organizations
            .MapRecord<OrganizationDetail>("/{id}", GetAsync, "GetOrganization")
            .WithSummary("Gets an organisation")
            .WithDescription("An organisation with the committees in which it sits.");
    }

    /// <param name="id">Id of the organisation, for example `inai`, in any case.</param>
    internal static async Task<IResult> GetAsync(
        string id,
        RecordRequest request,
        OrganizationsRepository organizations,
        CancellationToken cancellationToken
    ) =>
        await organizations.DetailAsync(RecordId.Canonical("organizations", id), cancellationToken) is { } organization
            ? await request.AnswerAsync(organization, cancellationToken)
            : await request.NotFoundAsync(
                "organizations",
                id,
                $"There is no organisation '{id}'. /api/v1/organizations lists them all.",
                $"No consta aquí una organización «{id}». /api/v1/organizations las tiene todas.",
                cancellationToken
            );
}
