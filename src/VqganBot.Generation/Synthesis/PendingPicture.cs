using VqganBot.Imaging;

namespace VqganBot.Generation.Synthesis;

/// <summary>A picture that a GPU may still be painting and copying while the host goes on. Whoever wants it waits, on any thread.</summary>
public sealed class PendingPicture
{
    private readonly Lazy<Rgb24Image> _picture;

    internal PendingPicture(Rgb24Image picture)
    {
        _picture = new Lazy<Rgb24Image>(picture);
        IsThere = true;
    }

    internal PendingPicture(Func<Rgb24Image> wait) => _picture = new Lazy<Rgb24Image>(wait);

    /// <value>Whether nobody has to wait for it, as always on the CPU.</value>
    public bool IsThere { get; }

    /// <value>The picture, once it is there.</value>
    public Rgb24Image Picture => _picture.Value;
}
