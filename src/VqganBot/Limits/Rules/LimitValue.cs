using System.Globalization;
using VqganBot.Discord.Wire;

namespace VqganBot.Limits;

/// <summary>What a limit is set to: a number, nothing (unlimited), or channels.</summary>
internal sealed class LimitValue
{
    private LimitValue(long? most, IReadOnlyList<Snowflake> channels)
    {
        Most = most;
        Channels = channels;
    }

    public static LimitValue Unlimited { get; } = new(null, []);

    /// <value>Null: unlimited, or a list of channels.</value>
    public long? Most { get; }

    /// <value>Empty: all.</value>
    public IReadOnlyList<Snowflake> Channels { get; }

    public static LimitValue Of(long most) => new(most, []);

    public static LimitValue Of(IReadOnlyList<Snowflake> channels) => new(null, channels);

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    public static LimitValue FromStored(LimitName limit, string text) =>
        text.Length == 0 ? Unlimited
        : limit == LimitName.AllowedChannels ? Of([.. text.Split(' ').Select(id => new Snowflake(ulong.Parse(id, CultureInfo.InvariantCulture)))])
        : Of(long.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>As it is stored: the number, the ids of the channels, or nothing.</summary>
    public override string ToString() =>
        Most is { } most ? most.ToString(CultureInfo.InvariantCulture) : string.Join(' ', Channels);
}
