using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        private readonly long[]? _lengths;

        public Size(long[] shape) => _lengths = shape;

        public Size(IEnumerable<long> shape) => _lengths = [.. shape];

        public long[] Shape => _lengths ?? [];

        public int Length => Shape.Length;

        public long this[int index] => Shape[index];

        public static implicit operator Size(long size) => new([size]);

        public static implicit operator Size(long[] size) => new(size);

        public static implicit operator Size((long, long) size) => new([size.Item1, size.Item2]);

        public static implicit operator Size((long, long, long) size) => new([size.Item1, size.Item2, size.Item3]);

        public static implicit operator Size((long, long, long, long) size) =>
            new([size.Item1, size.Item2, size.Item3, size.Item4]);

        public long numel() => Shape.Aggregate(1L, (product, length) => product * length);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
