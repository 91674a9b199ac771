namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>A tensor as a pickle describes it: a view of a storage. Offset and strides count elements and are not yet compared with the file.</summary>
internal sealed record PickleTensor(PickleStorage Storage, long Offset, long[] Shape, long[] Strides);
