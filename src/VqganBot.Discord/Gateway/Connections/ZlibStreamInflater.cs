using System.IO.Compression;

namespace VqganBot.Discord.Gateway;

/// <summary>The receiving end of <c>zlib-stream</c>: one inflate context for the whole connection, fed in pieces of any size.</summary>
internal sealed class ZlibStreamInflater : IDisposable
{
    private readonly Source _source = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamInflater() => _zlib = new ZLibStream(_source, CompressionMode.Decompress);

    /// <summary>Inflates as much of the piece as can be, into a writer that bounds itself.</summary>
    /// <exception cref="InvalidDataException">The stream is broken, for the rest of the connection.</exception>
    public void Inflate(ReadOnlyMemory<byte> piece, PayloadBuffer output)
    {
        _source.Rest = piece;
        // A read that gives nothing has used up the piece; what it holds of an unfinished code waits inside for the next.
        while (_zlib.Read(output.Free.Span) is > 0 and int read)
            output.Take(read);
    }

    public void Dispose() => _zlib.Dispose();

    /// <summary>A stream that is never at its end, only empty until the next piece.</summary>
    private sealed class Source : Stream
    {
        public ReadOnlyMemory<byte> Rest { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(buffer.Length, Rest.Length);
            Rest.Span[..count].CopyTo(buffer);
            Rest = Rest[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
