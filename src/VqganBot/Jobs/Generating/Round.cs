namespace VqganBot.Jobs;

/// <summary>What one round of steps came to.</summary>
/// <param name="Pictures">How many pictures of each generation did a step.</param>
/// <param name="Batches">In how many goes: more than one where shapes differ.</param>
/// <param name="TooMany">So many at once needed more memory than there is, and were stepped one by one; 0 where all went well.</param>
internal sealed record Round(IReadOnlyList<int> Pictures, int Batches, int TooMany = 0);
