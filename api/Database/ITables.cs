using System.Data.Common;

namespace OpenGov.Api.Database;

/// <summary>The tables of records, as far as reading an earlier state needs to know them.</summary>
public interface ITables
{
    /// <summary>The columns of a table of records, each of which has its versions beside it; null for any other table.</summary>
    IReadOnlyList<string>? ColumnsOf(string name);
}

/// <summary>A step after the migrations, which can be repeated and finds out itself what is missing.</summary>
public interface IAfterMigrations
{
    /// <summary>Whether nothing is missing.</summary>
    Task<bool> IsDoneAsync(DbConnection connection);

    /// <summary>Adds what is missing.</summary>
    Task DoAsync(DataStore database, CancellationToken cancellationToken);
}
