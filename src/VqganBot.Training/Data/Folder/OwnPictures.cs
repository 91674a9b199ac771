using System.Security.Cryptography;
using System.Text;
using VqganBot.Imaging;

namespace VqganBot.Training.Data.Folder;

/// <summary>
/// A folder of somebody's own pictures: decoded and brought to size once, then read from one raw file. A fiftieth of them
/// is held back for validation, chosen by name, so that pictures added later change sides as little as possible.
/// </summary>
internal sealed class OwnPictures : IDisposable
{
    private const int HeldBackOneIn = 50;
    private const int DecodedAtOnce = 32;
    private const int ToldEvery = 1000;
    private const int MostNamed = 20;

    private readonly PictureCache _cache;

    private OwnPictures(FolderListing listing, PictureCache cache, int side, bool mirror)
    {
        _cache = cache;
        var order = Enumerable.Range(0, cache.Count).OrderBy(i => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(cache.Name(i)))), StringComparer.Ordinal).ToArray();
        var heldBack = (cache.Count + HeldBackOneIn - 1) / HeldBackOneIn;
        Training = new FolderPictures(listing, cache, [.. order[heldBack..].Order()], side, mirror);
        HeldBack = new FolderPictures(listing, cache, [.. order[..heldBack].Order()], side, mirror: false);
    }

    public FolderPictures Training { get; }

    public FolderPictures HeldBack { get; }

    /// <param name="folder">Where the pictures are.</param>
    /// <param name="side">Pixels of a side that are learnt.</param>
    /// <param name="mirror">Whether half of the views are mirrored.</param>
    /// <param name="cache">The raw file; made if it is not there, and again when the folder changes.</param>
    /// <param name="output">Where it is told what was skipped.</param>
    /// <param name="cancellationToken">Ends the preparation; the raw file is then not written.</param>
    public static OwnPictures Open(string folder, int side, bool mirror, string cache, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(side);
        var listing = FolderListing.Of(folder);
        var fingerprint = listing.Fingerprint(side);
        if (PictureCache.TryOpen(cache, fingerprint) is not { } ready)
        {
            PictureCache.Write(cache, fingerprint, Decode(listing, side, output, cancellationToken));
            ready = PictureCache.TryOpen(cache, fingerprint) ?? throw new IOException($"The file of prepared pictures '{cache}' could not be read back.");
        }

        output.WriteLine($"{ready.Count} pictures of {listing.Names.Count} files in '{folder}', {side} pixels a side");
        if (ready.Count >= 2)
            return new OwnPictures(listing, ready, side, mirror);
        ready.Dispose();
        throw new InvalidDataException($"Of the {listing.Names.Count} picture files in '{folder}' {ready.Count} could be read; at least two are needed, one to learn from and one to be held back.");
    }

    public void Dispose() => _cache.Dispose();

    private static IEnumerable<(string Name, Rgb24Image Picture)> Decode(FolderListing listing, int side, TextWriter output, CancellationToken cancellationToken)
    {
        var (done, skipped) = (0, 0);
        foreach (var names in listing.Names.Chunk(DecodedAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var decoded = new (Rgb24Image? Picture, string? Fault)[names.Length];
            Parallel.For(0, names.Length, i => decoded[i] = Decode(listing.PathOf(names[i]), side));
            for (var i = 0; i < names.Length; i++)
            {
                if (decoded[i].Picture is { } picture)
                    yield return (names[i], picture);
                else if (++skipped <= MostNamed)
                    output.WriteLine($"skipped '{names[i]}': {decoded[i].Fault}");
            }

            if ((done += names.Length) / ToldEvery > (done - names.Length) / ToldEvery)
                output.WriteLine($"{done} of {listing.Names.Count} pictures prepared");
        }

        if (skipped > 0)
            output.WriteLine($"{skipped} of {listing.Names.Count} files were skipped because they could not be read{(skipped > MostNamed ? $", the first {MostNamed} of them named above" : "")}");
    }

    private static (Rgb24Image? Picture, string? Fault) Decode(string path, int side)
    {
        try
        {
            return (PreparedPicture.Of(ImageCodec.DecodeFile(path), side), null);
        }
        catch (ImageCodecException fault)
        {
            return (null, fault.Message);
        }
    }
}
