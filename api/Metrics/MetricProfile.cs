using AutoMapper;
using OpenGov.Api.Database;
using OpenGov.Api.Records;

namespace OpenGov.Api.Metrics;

internal sealed class MetricProfile : Profile
{
    public MetricProfile()
    {
        CreateMap<MetricEdition, MetricEditionDetail>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(edition => edition.Indicators, map => map.Ignore())
            .ForMember(edition => edition.National, map => map.Ignore());
        CreateMap<MetricValueRow, MetricValue>()
            .IncludeBase<PublicRecord, PublicRecord>()
            .ForMember(value => value.RecomputedValue, map => map.MapFrom(row => MeanOfParts(row)));
    }

    private static decimal? MeanOfParts(MetricValueRow row) =>
        row is { LesserPart: { } lesser, GreaterPart: { } greater } ? Numbers.Mean(lesser + greater, 2, 4) : null;
}
