using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Secretariats;

internal sealed class SecretariatProfile : Profile
{
    public SecretariatProfile()
    {
        CreateMap<Secretariat, SecretariatDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(secretariat => secretariat.Members, map => map.Ignore());
    }
}
