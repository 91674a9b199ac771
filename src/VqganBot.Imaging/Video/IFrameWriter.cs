namespace VqganBot.Imaging.Video;

/// <summary>Takes frames of one size and makes a file of them. Disposed without <see cref="Finish"/>, it gives up.</summary>
internal interface IFrameWriter : IDisposable
{
    void Add(Rgb24Image frame);

    void Finish();
}
