using System.Diagnostics;

namespace VqganBot.Discord.Gateway;

/// <summary>Collects one payload up to a limit; what goes beyond is read and forgotten, so that the next payload can follow.</summary>
internal sealed class PayloadBuffer(int limit)
{
    private const int InitialSize = 16 * 1024;

    /// <summary>A buffer that one large payload made larger than this is not kept for the small ones after it.</summary>
    private const int KeptSize = 1024 * 1024;

    private byte[] _bytes = new byte[InitialSize];
    private int _length;

    /// <value>Whether the payload went beyond the limit; its content is then lost.</value>
    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <value>Where the next bytes may be put; never empty.</value>
    public Memory<byte> Free
    {
        get
        {
            if (_length == _bytes.Length) Grow();
            return _bytes.AsMemory(_length);
        }
    }

    /// <summary>Counts in what was put into <see cref="Free"/>.</summary>
    public void Take(int count)
    {
        Debug.Assert(count <= _bytes.Length - _length);
        if (!IsTooLarge) _length += count;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int count = Math.Min(bytes.Length, Free.Length);
            bytes[..count].CopyTo(Free.Span);
            Take(count);
            bytes = bytes[count..];
        }
    }

    public void Clear()
    {
        _length = 0;
        IsTooLarge = false;
        if (_bytes.Length > KeptSize) _bytes = new byte[InitialSize];
    }

    private void Grow()
    {
        if (_bytes.Length >= limit)
        {
            IsTooLarge = true;
            _length = 0;
            return;
        }

        Array.Resize(ref _bytes, Math.Min(_bytes.Length * 2, limit));
    }
}
