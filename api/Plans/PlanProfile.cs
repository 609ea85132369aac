using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Plans;

internal sealed class PlanProfile : Profile
{
    public PlanProfile()
    {
        CreateMap<PlanRow, Plan>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<PlanRow, PlanDetail>().IncludeBase<PlanRow, Plan>()
            .ForMember(plan => plan.Members, map => map.Ignore())
            .ForMember(plan => plan.Assessments, map => map.Ignore());
        CreateMap<PlanAssessmentRow, PlanAssessment>().IncludeBase<RecordRow, PublicRecord>();
    }
}
