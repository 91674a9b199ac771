namespace VqganBot.CommandLine.Film;

internal enum FilmKind
{
    /// <summary>One picture, moved from frame to frame.</summary>
    Zoom,

    /// <summary>One phrase after another.</summary>
    Story,

    /// <summary>Another film, painted over.</summary>
    Style,
}
