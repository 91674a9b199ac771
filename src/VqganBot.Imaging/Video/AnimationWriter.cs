using System.IO.MemoryMappedFiles;
using VqganBot.Imaging.Interop;

namespace VqganBot.Imaging.Video;

/// <summary>Animated WebP and GIF through libvips, which wants to know the number of frames first: they wait in a file of raw pixels.</summary>
internal sealed class AnimationWriter : IFrameWriter
{
    // libvips' VIPS_MAX_COORD: the frames are stacked to one tall image.
    private const long MaxStackedRows = 10_000_000;
    private const int Quality = 85;

    private readonly string _path;
    private readonly ImageFormat _format;
    private readonly double _framesPerSecond;
    private readonly FileStream _frameFile;
    private int _width, _height, _frames;

    public AnimationWriter(string path, ImageFormat format, double framesPerSecond)
    {
        _path = path;
        _format = format;
        _framesPerSecond = framesPerSecond;
        _frameFile = new FileStream(path + ".frames", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    public void Add(Rgb24Image frame)
    {
        PictureWriter.CheckSize(_format, frame.Width, frame.Height);
        (_width, _height) = (frame.Width, frame.Height);
        if ((long)_height * (_frames + 1) > MaxStackedRows)
            throw new ImageCodecException($"The animation has too many frames: with {_height} rows a frame, at most {MaxStackedRows / _height} frames can be written as {_format.Name()}; .mp4 has no such limit.");
        _frameFile.Write(frame.Pixels);
        _frames++;
    }

    public unsafe void Finish()
    {
        _frameFile.Flush();
        using var mapped = MemoryMappedFile.CreateFromFile(_frameFile, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using MemoryMappedViewAccessor view = mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pixels = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pixels);
        try
        {
            fixed (int* delays = Delays())
            {
                if (NativeMethods.vqi_animate((int)_format, pixels, _width, _height, _frames, delays, Quality, _path) != 0)
                    throw PictureWriter.Failed($"The animation of {_frames} frames of {_width}x{_height} pixels", _format);
            }
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    public void Dispose() => _frameFile.Dispose();

    // The ends of the frames are rounded, not their lengths, so that the whole lasts as long as it should.
    private int[] Delays()
    {
        // GIF counts in hundredths of a second, and browsers play frames under two hundredths at a tenth.
        int unit = _format == ImageFormat.Gif ? 10 : 1;
        int shortest = _format == ImageFormat.Gif ? 20 : 1;
        double frame = Math.Max(1000 / _framesPerSecond, shortest) / unit;
        var delays = new int[_frames];
        long start = 0;
        for (int i = 0; i < _frames; i++)
        {
            long end = (long)Math.Round((i + 1) * frame);
            delays[i] = (int)(end - start) * unit;
            start = end;
        }
        return delays;
    }
}
