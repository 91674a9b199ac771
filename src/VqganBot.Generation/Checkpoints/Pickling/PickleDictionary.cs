namespace VqganBot.Generation.Checkpoints.Pickling;

/// <summary>
/// A Python dictionary, kept as the list of its pairs in file order. Nothing is hashed: so any value may be a key
/// (Lightning keys `callbacks` by class), and no file can choose keys that collide.
/// </summary>
internal sealed class PickleDictionary
{
    public List<KeyValuePair<object?, object?>> Items { get; } = [];

    /// <summary>The value under a string key: the last one written, as in Python.</summary>
    public bool TryGet(string key, out object? value)
    {
        for (var index = Items.Count - 1; index >= 0; index--)
        {
            if (Items[index].Key is string candidate && candidate == key)
            {
                value = Items[index].Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
