using System.Data;
using System.Globalization;
using Dapper;

namespace Weave;

/// <summary>How ids and times stand in our own tables, the same on every database: text of 32 digits, and milliseconds since 1970.</summary>
public static class SqlTypes
{
    /// <summary>Tells Dapper; to be called once before the first query.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new GuidAsText());
        SqlMapper.AddTypeHandler(new TimeAsMilliseconds());
    }

    private sealed class GuidAsText : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => Guid.ParseExact((string)value, "N");

        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            (parameter.DbType, parameter.Value) = (DbType.String, value.ToString("N"));
    }

    private sealed class TimeAsMilliseconds : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            (parameter.DbType, parameter.Value) = (DbType.Int64, value.ToUnixTimeMilliseconds());
    }
}
