using VqganBot.Imaging;

namespace VqganBot.Bot.Sight;

/// <summary>A CLIP, for one question at a time. Vectors are of unit length.</summary>
internal interface IPictureReader : IDisposable
{
    /// <value>Of the network's file: vectors of another sum cannot be compared with these.</value>
    string Sum { get; }

    float[] See(Rgb24Image picture);

    float[] Read(string words);

    /// <summary>What the picture seems to show, as prompts, the best first.</summary>
    IReadOnlyList<string> Describe(Rgb24Image picture);
}
