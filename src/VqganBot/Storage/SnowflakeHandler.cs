using System.Data;
using Dapper;
using VqganBot.Discord.Wire;

namespace VqganBot.Storage;

/// <summary>Snowflakes are 64-bit integers in the database.</summary>
internal sealed class SnowflakeHandler : SqlMapper.TypeHandler<Snowflake>
{
    public override void SetValue(IDbDataParameter parameter, Snowflake value) => parameter.Value = unchecked((long)value.Value);

    public override Snowflake Parse(object value) => new(unchecked((ulong)(long)value));
}
