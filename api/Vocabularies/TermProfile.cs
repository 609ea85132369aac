using AutoMapper;
using OpenGov.Api.Records;

namespace OpenGov.Api.Vocabularies;

internal sealed class TermProfile : Profile
{
    public TermProfile() => CreateMap<TermRow, Term>().IncludeBase<RecordRow, PublicRecord>();
}
