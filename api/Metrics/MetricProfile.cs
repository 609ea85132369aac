using AutoMapper;
using OpenGov.Api.Http;

namespace OpenGov.Api.Metrics;

internal sealed class MetricProfile : Profile
{
    public MetricProfile()
    {
        CreateMap<MetricEditionRow, MetricEdition>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<MetricEditionRow, MetricEditionDetail>().IncludeBase<MetricEditionRow, MetricEdition>()
            .ForMember(edition => edition.Indicators, map => map.Ignore())
            .ForMember(edition => edition.National, map => map.Ignore());
        CreateMap<MetricIndicatorRow, MetricIndicator>().IncludeBase<RecordRow, PublicRecord>();
        CreateMap<MetricValueRow, MetricValue>().IncludeBase<RecordRow, PublicRecord>();
    }
}
