using System.Security.Cryptography;
using VqganBot.Imaging;

namespace VqganBot.CommandLine.Imagine;

/// <summary>A picture that went into a painting, known by the sum of its pixels: neither it nor its name is carried on.</summary>
internal sealed record PictureReference(string Sha256, double Weight = 1, double Stop = double.NegativeInfinity)
{
    public static string Sum(Rgb24Image picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(picture.Width));
        hash.AppendData(BitConverter.GetBytes(picture.Height));
        hash.AppendData(picture.Pixels);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
