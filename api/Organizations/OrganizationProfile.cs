using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Organizations;

internal sealed class OrganizationProfile : Profile
{
    public OrganizationProfile()
    {
        CreateMap<OrganizationRow, Organization>().IncludeBase<RecordRow, PublicRecord>()
            .ForMember(organization => organization.CommitmentsLed, map => map.Ignore())
            .ForMember(organization => organization.CommitmentsSupported, map => map.Ignore());
        CreateMap<OrganizationRow, OrganizationDetail>().IncludeBase<OrganizationRow, Organization>()
            .ForMember(organization => organization.Committees, map => map.Ignore());
    }
}
