namespace VqganBot.Search;

/// <summary>What an update found and did.</summary>
/// <param name="Pictures">Files that can be searched now.</param>
/// <param name="Embedded">Contents for which the network had to be asked.</param>
/// <param name="Removed">Files that are gone from the folder.</param>
/// <param name="Broken">Files that cannot be read, found out in this update.</param>
/// <param name="BrokenBefore">How many more were known from earlier ones, and not tried again.</param>
internal sealed record IndexUpdate(int Pictures, int Embedded, int Removed, IReadOnlyList<BrokenPicture> Broken, int BrokenBefore);
