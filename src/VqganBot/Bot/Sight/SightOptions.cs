using System.ComponentModel.DataAnnotations;

namespace VqganBot.Bot.Sight;

/// <summary>Looking at pictures, for <c>/search</c> and <c>/describe</c>.</summary>
internal sealed class SightOptions
{
    public const string Section = "Sight";

    /// <value>Whether the bot looks at pictures at all: it takes the memory of a second CLIP, in RAM. True by default.</value>
    public bool Enabled { get; set; } = true;

    /// <value>How many people may wait for an answer; further ones are asked to come back. 20 by default.</value>
    [Range(1, 1000)]
    public int MostWaiting { get; set; } = 20;

    /// <value>How many pictures of a server are searched, the newest ones. 20,000 by default: a tenth of a second.</value>
    [Range(100, 1_000_000)]
    public int MostSearched { get; set; } = 20_000;
}
