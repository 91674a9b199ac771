using System.ComponentModel.DataAnnotations;

namespace VqganBot.Bot.Replies;

/// <summary>The pace of replies.</summary>
internal sealed class ReplyOptions
{
    public const string Section = "Replies";

    /// <value>From one edit of a reply to the next. 2.5 s by default: Discord lets about five in two seconds through, for everything.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan EditInterval { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <value>How often replies of waiting jobs are brought up to date. 15 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan PlaceInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <value>How many of them each time. 5 by default.</value>
    [Range(1, 50)]
    public int PlaceEdits { get; set; } = 5;

    /// <value>A token is not used for this long before it dies: an edit takes its time. 20 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan TokenMargin { get; set; } = TimeSpan.FromSeconds(20);

    /// <value>How long the final picture waits for an edit that is under way. 2 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan FinalPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>How long a stop of the bot is held up to tell those who wait. 5 s by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan StopPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <value>Bytes of a picture that shows progress. 100,000 by default.</value>
    [Range(10_000, 5_000_000)]
    public int PreviewBytes { get; set; } = 100_000;
}
