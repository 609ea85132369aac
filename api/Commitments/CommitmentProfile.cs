using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

internal sealed class CommitmentProfile : Profile
{
    public CommitmentProfile()
    {
        CreateMap<CommitmentRow, Commitment>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<CommitmentRow, CommitmentDetail>().IncludeBase<CommitmentRow, Commitment>()
            .ForMember(commitment => commitment.Plan, map => map.Ignore())
            .ForMember(commitment => commitment.Milestones, map => map.Ignore())
            .ForMember(commitment => commitment.Indicators, map => map.Ignore())
            .ForMember(commitment => commitment.Evidence, map => map.Ignore())
            .ForMember(commitment => commitment.Organizations, map => map.Ignore());
        CreateMap<MilestoneRow, Milestone>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<EvidenceRow, Evidence>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<IndicatorRow, Indicator>().IncludeBase<RecordRow, PublicRecord>()
            .ForMember(indicator => indicator.Observations, map => map.Ignore());
        CreateMap<ObservationRow, Observation>().IncludeBase<RecordRow, PublicRecord>();
    }
}
