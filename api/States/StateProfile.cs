using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.States;

internal sealed class StateProfile : Profile
{
    public StateProfile()
    {
        CreateMap<StateRow, State>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<StateRow, StateDetail>().IncludeBase<StateRow, State>()
            .ForMember(state => state.Metrics, map => map.Ignore())
            .ForMember(state => state.Plans, map => map.Ignore())
            .ForMember(state => state.Secretariat, map => map.Ignore());
    }
}
