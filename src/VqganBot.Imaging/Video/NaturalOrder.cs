namespace VqganBot.Imaging;

/// <summary>Orders names as a person counts: runs of digits by their number, all else by letters, whatever their case.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    /// <summary>Negative, zero or positive; 0 for equal names only.</summary>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int order = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0])
                ? CompareNumbers(ref a, ref b)
                : CompareLetters(ref a, ref b);
            if (order != 0)
                return order;
        }

        int rest = a.Length - b.Length;
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    // Of any length, so no number type: without its leading zeros the longer one is the larger.
    private static int CompareNumbers(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        ReadOnlySpan<char> first = TakeDigits(ref a).TrimStart('0'), second = TakeDigits(ref b).TrimStart('0');
        return first.Length != second.Length ? first.Length - second.Length : first.SequenceCompareTo(second);
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }

    private static int CompareLetters(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        int order = char.ToUpperInvariant(a[0]) - char.ToUpperInvariant(b[0]);
        a = a[1..];
        b = b[1..];
        return order;
    }
}
