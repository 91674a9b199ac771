namespace VqganBot.Jobs;

/// <summary>Deals the pictures that may be stepped at once among the jobs: one each, then a second to those that have more, and so on.</summary>
internal static class Slots
{
    public static int[] Deal(IReadOnlyList<int> wanted, int most)
    {
        var dealt = new int[wanted.Count];
        for (var left = Math.Min(most, wanted.Sum()); left > 0;)
        {
            for (var job = 0; job < dealt.Length && left > 0; job++)
            {
                if (dealt[job] == wanted[job]) continue;
                dealt[job]++;
                left--;
            }
        }

        return dealt;
    }
}
