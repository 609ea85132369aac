using AutoMapper;

namespace OpenGov.Api.Records;

/// <summary>What every mapping to a public record leaves to <see cref="RecordFinisher"/>.</summary>
public sealed class RecordProfile : Profile
{
    /// <summary>Declares the shared mapping.</summary>
    public RecordProfile() =>
        CreateMap<PublicRecord, PublicRecord>()
            .ForMember(record => record.Sources, map => map.Ignore())
            .ForMember(record => record.Links, map => map.Ignore());
}
