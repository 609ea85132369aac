using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

internal sealed class PlanProfile : Profile
{
    public PlanProfile()
    {
        CreateMap<Plan, PlanDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(plan => plan.Members, map => map.Ignore())
            .ForMember(plan => plan.Assessments, map => map.Ignore());
    }
}
