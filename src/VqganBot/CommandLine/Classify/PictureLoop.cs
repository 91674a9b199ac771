using VqganBot.Imaging;

namespace VqganBot.CommandLine.Classify;

/// <summary>One picture after the other; those that cannot be read are named, and the others go on.</summary>
internal sealed class PictureLoop(IReadOnlyList<string> files, CommandContext context)
{
    public int Run(Action<string, Rgb24Image> look)
    {
        var unread = 0;
        foreach (var file in files)
        {
            if (Read(file) is { } picture)
                look(file, picture);
            else
                unread++;
        }

        return unread == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private Rgb24Image? Read(string file)
    {
        try
        {
            if (Directory.Exists(file)) throw new ImageCodecException("It is a folder; the name of a picture is wanted.");
            return ImageCodec.DecodeFile(file);
        }
        catch (ImageCodecException exception)
        {
            context.Error.WriteLine($"'{file}' was passed over. {exception.Message}");
            return null;
        }
    }
}
