namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>A storage that a pickle refers to by key; its bytes lie elsewhere in the file.</summary>
/// <param name="TypeName">PyTorch's class, for example FloatStorage.</param>
/// <param name="Key">The name of the record.</param>
/// <param name="ElementCount">Elements of the whole storage.</param>
/// <param name="ViewOffset">Where this view of it begins (the old stream format only).</param>
/// <param name="ViewLength">How many elements belong to the view.</param>
internal sealed record PickleStorage(string TypeName, string Key, long ElementCount, long ViewOffset, long ViewLength);
