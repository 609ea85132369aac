using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Secretariats;

internal sealed class SecretariatProfile : Profile
{
    public SecretariatProfile()
    {
        CreateMap<SecretariatRow, Secretariat>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<SecretariatRow, SecretariatDetail>().IncludeBase<SecretariatRow, Secretariat>()
            .ForMember(secretariat => secretariat.Members, map => map.Ignore());
    }
}
