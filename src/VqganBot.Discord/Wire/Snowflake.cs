using System.Globalization;
using System.Text.Json.Serialization;

namespace VqganBot.Discord.Wire;

/// <summary>Discord's id of anything: 64 bits, of which the upper 42 are milliseconds since 2015. A string in JSON.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>
{
    private const long Epoch = 1_420_070_400_000;

    /// <value>When it was made, by Discord's clock.</value>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    /// <summary>The first id of a moment; <paramref name="increment"/> tells those of the same millisecond apart.</summary>
    public static Snowflake At(DateTimeOffset time, ulong increment = 0) => new(((ulong)(time.ToUnixTimeMilliseconds() - Epoch) << 22) | increment);

    public static bool TryParse(ReadOnlySpan<char> text, out Snowflake snowflake)
    {
        bool good = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        snowflake = new Snowflake(value);
        return good;
    }

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
