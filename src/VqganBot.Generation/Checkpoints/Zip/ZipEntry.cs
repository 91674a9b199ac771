namespace VqganBot.Generation.Checkpoints.Zip;

/// <summary>One file of an archive, after its place was checked against the archive.</summary>
/// <param name="Name">Its path inside the archive: relative, with forward slashes, without tricks.</param>
/// <param name="HeaderOffset">Where its local header begins.</param>
/// <param name="DataOffset">Where its bytes begin.</param>
/// <param name="StoredLength">How many bytes lie in the archive.</param>
/// <param name="Length">How many bytes the file has.</param>
/// <param name="IsDeflated">Whether it is compressed; PyTorch stores its tensors as they are.</param>
internal sealed record ZipEntry(string Name, long HeaderOffset, long DataOffset, long StoredLength, long Length, bool IsDeflated);
