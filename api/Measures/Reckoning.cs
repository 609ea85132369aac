namespace OpenGov.Api.Measures;

/// <summary>What is reckoned of the rows that a measure counts.</summary>
internal abstract record Reckoning
{
    /// <summary>Rows of which it is so, of which it is not, and of which there is no record here. Together they are all rows.</summary>
    public sealed record Parts(RowsQuery Yes, RowsQuery No, RowsQuery Unknown) : Reckoning
    {
        /// <summary>Whether the codes are those of assessments.</summary>
        public bool IsOfAssessments { get; init; }

        /// <summary>The same codes under another filter.</summary>
        public Parts As(string filter) =>
            new(Renamed(Yes, filter), Renamed(No, filter), Renamed(Unknown, filter)) { IsOfAssessments = IsOfAssessments };

        private static RowsQuery Renamed(RowsQuery query, string filter) =>
            query.IsEmpty ? query : new([.. query.Filters.Select(each => KeyValuePair.Create(filter, each.Value))]);

        /// <summary>A yes-or-no filter of the list.</summary>
        public static Parts Of(string flag, bool isAlwaysKnown = false) =>
            new($"{flag}=true", $"{flag}=false", isAlwaysKnown ? RowsQuery.None : $"{flag}=no_data");

        /// <summary>The codes of a filter that say yes; those that say no; what has no code is unknown.</summary>
        public static Parts Coded(string filter, string yes, string no) => new($"{filter}={yes}", $"{filter}={no}", $"{filter}=no_data");
    }

    /// <summary>How many rows there are.</summary>
    public sealed record Count : Reckoning;

    /// <summary>The sum of a whole number of each row; a row without it adds nothing.</summary>
    public sealed record Sum(string Column) : Reckoning;

    /// <summary>The mean of a whole number over the rows that have it, rounded once, half away from zero.</summary>
    public sealed record Mean(string Column, int Decimals) : Reckoning;

    /// <summary>How many per cent one sum of whole numbers is of another, over the rows that have the other, to one decimal.</summary>
    public sealed record Share(string Of, string Whole) : Reckoning;

    /// <summary>The number of the only row; of several rows no number is made.</summary>
    public sealed record Single(string Column) : Reckoning;
}
