using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.States;

internal sealed class StateProfile : Profile
{
    public StateProfile()
    {
        CreateMap<State, StateDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(state => state.StageSources, map => map.Ignore())
            .ForMember(state => state.Metrics, map => map.Ignore())
            .ForMember(state => state.Plans, map => map.Ignore())
            .ForMember(state => state.Secretariat, map => map.Ignore());
    }
}
