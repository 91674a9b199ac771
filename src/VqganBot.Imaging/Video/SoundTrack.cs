namespace VqganBot.Imaging;

/// <summary>The sound of a film, taken from another.</summary>
/// <param name="File">The video whose first sound track it is.</param>
/// <param name="Codec">What ffprobe calls the track's coding, such as "aac".</param>
/// <param name="Length">How long it is heard at most.</param>
public sealed record SoundTrack(string File, string Codec, TimeSpan Length)
{
    /// <summary>Whether it can be copied as it is; other sound is coded anew, as AAC.</summary>
    internal bool FitsMp4 => Codec is "aac" or "mp3" or "ac3" or "eac3" or "alac";
}
