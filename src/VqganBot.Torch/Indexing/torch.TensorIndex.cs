namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place in the brackets of a tensor: a number, a slice, an ellipsis, a new dimension or another tensor.</summary>
    public readonly struct TensorIndex
    {
        public static readonly TensorIndex Colon = new(IndexKind.Slice);
        public static readonly TensorIndex Ellipsis = new(IndexKind.Ellipsis);
        public static readonly TensorIndex None = new(IndexKind.NewDimension);
        public static readonly TensorIndex Null = new(IndexKind.NewDimension);

        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Indices = tensor;
        }

        internal IndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Indices { get; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(FromEnd(index));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start, stop, step);

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range) =>
            Slice(FromEnd(range.Start), range.End.Equals(Index.End) ? null : FromEnd(range.End));

        public static TensorIndex Single(long? index) =>
            index is { } one ? new TensorIndex(IndexKind.Number, one) : throw new ArgumentNullException(nameof(index));

        public static TensorIndex Bool(bool value) => Tensor(tensor(value));

        public static TensorIndex Tensor(Tensor tensor) => new(IndexKind.Tensor, tensor: tensor);

        private static long FromEnd(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
