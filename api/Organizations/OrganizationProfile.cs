using AutoMapper;
using OpenGov.Api.Http;

namespace OpenGov.Api.Organizations;

internal sealed class OrganizationProfile : Profile
{
    public OrganizationProfile()
    {
        CreateMap<OrganizationRow, Organization>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<OrganizationRow, OrganizationDetail>().IncludeBase<OrganizationRow, Organization>()
            .ForMember(organization => organization.Committees, map => map.Ignore());
    }
}
