namespace VqganBot.Imaging;

/// <summary>The pictures of a moving picture: a video's, or a folder's.</summary>
public interface IFrameSource
{
    /// <summary>The width of the first picture.</summary>
    int Width { get; }

    /// <summary>The height of the first picture.</summary>
    int Height { get; }

    /// <summary>Pictures in a second.</summary>
    /// <value>null where the source does not tell.</value>
    double? Rate { get; }

    /// <summary>The sound that belongs to it.</summary>
    SoundTrack? Sound { get; }

    /// <summary>How many pictures there are at this rate; where that is not known exactly, rather one more.</summary>
    int Count(double rate);

    /// <summary>Reads the pictures one after another, each stretched to this size.</summary>
    /// <param name="first">The number of the first one read, from 0.</param>
    /// <param name="width">Of each picture.</param>
    /// <param name="height">Of each picture.</param>
    /// <param name="rate">Pictures in a second; a folder gives all it has.</param>
    /// <exception cref="ImageCodecException">A picture cannot be read.</exception>
    IEnumerable<Rgb24Image> Read(int first, int width, int height, double rate);
}
