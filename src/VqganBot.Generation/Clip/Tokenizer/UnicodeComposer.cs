using System.Text;

namespace VqganBot.Generation.Clip;

/// <summary>Normalization form C (Unicode Standard Annex 15), without ICU.</summary>
internal static class UnicodeComposer
{
    // Hangul syllables are arithmetic: Unicode Standard, section 3.12.
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, SyllableCount = LeadCount * VowelCount * TailCount;

    public static string Compose(string text)
    {
        // Nothing below U+0300 combines with anything, and composed letters there are already in form C.
        if (text.All(c => c < '\u0300'))
            return text;
        var points = new List<int>(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            Decompose(rune.Value, points);
        SortMarks(points);
        var composed = new StringBuilder(text.Length);
        foreach (int point in Recompose(points))
            composed.Append(new Rune(point).ToString());
        return composed.ToString();
    }

    private static void Decompose(int point, List<int> into)
    {
        int syllable = point - SyllableBase;
        if (syllable is >= 0 and < SyllableCount)
        {
            into.Add(LeadBase + syllable / (VowelCount * TailCount));
            into.Add(VowelBase + syllable % (VowelCount * TailCount) / TailCount);
            if (syllable % TailCount != 0)
                into.Add(TailBase + syllable % TailCount);
        }
        else if (UnicodeTables.Decompose(point) is { } parts)
        {
            foreach (int part in parts)
                Decompose(part, into);
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>Puts each run of marks after a starter into the order of their classes, keeping the order of equals.</summary>
    private static void SortMarks(List<int> points)
    {
        for (int start = 0; start < points.Count; start++)
        {
            int end = start;
            while (end < points.Count && UnicodeTables.CombiningClass(points[end]) != 0)
                end++;
            if (end - start > 1)
            {
                int[] sorted = [.. points[start..end].OrderBy(UnicodeTables.CombiningClass)];
                for (int i = 0; i < sorted.Length; i++)
                    points[start + i] = sorted[i];
            }

            start = Math.Max(start, end);
        }
    }

    private static List<int> Recompose(List<int> points)
    {
        var composed = new List<int>(points.Count);
        int starter = -1;
        int lastClass = -1;
        foreach (int point in points)
        {
            int rank = UnicodeTables.CombiningClass(point);

            // A mark is blocked from its starter when one of the same or a higher class stands between them.
            bool blocked = lastClass != -1 && lastClass >= rank;
            if (starter >= 0 && !blocked && Join(composed[starter], point) is { } made)
            {
                composed[starter] = made;
                continue;
            }

            if (rank == 0)
                starter = composed.Count;
            lastClass = rank == 0 ? -1 : rank;
            composed.Add(point);
        }

        return composed;
    }

    private static int? Join(int first, int second)
    {
        int lead = first - LeadBase;
        int vowel = second - VowelBase;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return SyllableBase + (lead * VowelCount + vowel) * TailCount;
        int syllable = first - SyllableBase;
        int tail = second - TailBase;
        if (syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount)
            return first + tail;
        return UnicodeTables.Compose(first, second);
    }
}
