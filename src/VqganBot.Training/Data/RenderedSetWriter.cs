using VqganBot.Training.Toybox;

namespace VqganBot.Training.Data;

internal static class RenderedSetWriter
{
    /// <summary>Renders the pictures of <paramref name="count"/> seeds; the file appears when it is complete.</summary>
    public static void Write(string path, int count, ulong firstSeed, Action<int>? progress, CancellationToken cancellationToken) =>
        Write(path, count, firstSeed, index => ToyRenderer.Render(ToyWorld.Draw(firstSeed + (ulong)index)).Pixels, progress, cancellationToken);

    /// <summary>The same with pixels from elsewhere: reconstructions of the seeds' pictures.</summary>
    public static void Write(
        string path, int count, ulong firstSeed, Func<int, byte[]> pixels, Action<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var part = path + ".part";
        using (var file = File.Create(part))
        {
            file.Write(new RenderedSetHeader(count, firstSeed).ToBytes());
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                file.Write(pixels(i));
                progress?.Invoke(i + 1);
            }
        }

        File.Move(part, path, overwrite: true);
    }
}
