using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Organizations;

internal sealed class OrganizationProfile : Profile
{
    public OrganizationProfile()
    {
        CreateMap<Organization, OrganizationDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(organization => organization.Committees, map => map.Ignore());
    }
}
