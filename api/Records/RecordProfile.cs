using System.Globalization;
using AutoMapper;

namespace OpenGov.Api.Records;

/// <summary>What every mapping from a row to a record shares: lists of codes become lists.</summary>
public sealed class RecordProfile : Profile
{
    /// <summary>Declares the shared mappings.</summary>
    public RecordProfile()
    {
        CreateMap<string?, IReadOnlyList<string>>().ConvertUsing(joined => Split(joined));
        CreateMap<string?, IReadOnlyList<int>>().ConvertUsing(joined => Numbers(joined));
        CreateMap<RecordRow, PublicRecord>()
            .ForMember(record => record.Sources, map => map.Ignore())
            .ForMember(record => record.Links, map => map.Ignore());
    }

    private static IReadOnlyList<string> Split(string? joined) => string.IsNullOrEmpty(joined) ? [] : joined.Split('|');

    private static IReadOnlyList<int> Numbers(string? joined) =>
        [.. Split(joined).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
