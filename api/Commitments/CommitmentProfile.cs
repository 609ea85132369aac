using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Commitments;

internal sealed class CommitmentProfile : Profile
{
    public CommitmentProfile()
    {
        CreateMap<Commitment, CommitmentDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(commitment => commitment.Plan, map => map.Ignore())
            .ForMember(commitment => commitment.Milestones, map => map.Ignore())
            .ForMember(commitment => commitment.Indicators, map => map.Ignore())
            .ForMember(commitment => commitment.Evidence, map => map.Ignore())
            .ForMember(commitment => commitment.Assessments, map => map.Ignore())
            .ForMember(commitment => commitment.Organizations, map => map.Ignore());
    }
}
