namespace VqganBot.Bot;

/// <summary>The actions of <see cref="ButtonId"/>. Where one is about a picture of a grid, the number is its place, from 1.</summary>
internal static class ButtonActions
{
    public const string Variation = "vary";
    public const string Reroll = "reroll";
    public const string Remix = "remix";
    public const string MoreSteps = "more";
    public const string Refine = "refine";
    public const string Upscale = "upscale";
    public const string Timelapse = "film";
    public const string Info = "info";
    public const string Delete = "delete";
    public const string Stop = "stop";
    public const string Keep = "keep";

    /// <summary>A suggestion of /describe, by its number: the button opens a form, which queues a picture. The "job" is the interaction.</summary>
    public const string Suggested = "suggest";

    /// <summary>Pages of /search; the "job" is the interaction.</summary>
    public const string Search = "search";

    /// <summary>The form for the prompt that goes with a start image; the "job" is the interaction of the menu.</summary>
    public const string StartImage = "start";

    /// <summary>Pages of /gallery and /history; the number is the page.</summary>
    public const string Gallery = "gallery";
    public const string History = "history";

    /// <summary>The answer to "really delete everything?" of /forget-me.</summary>
    public const string Forget = "forget";
}
