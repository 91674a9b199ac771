using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace VqganBot.Tests.Discord.Interactions;

/// <summary>Signs with Ed25519 as RFC 8032 section 6 writes it down: slow, and nothing of OpenSSL in it.</summary>
internal sealed class ReferenceSigner
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly Point Base = BasePoint();

    private readonly BigInteger _scalar;
    private readonly byte[] _prefix;
    private readonly byte[] _public;

    public ReferenceSigner(byte[] secret)
    {
        var hash = SHA512.HashData(secret);
        _prefix = hash[32..];
        hash[0] &= 248;
        hash[31] = (byte)((hash[31] & 127) | 64);
        _scalar = Number(hash[..32]);
        _public = Encode(Multiply(_scalar, Base));
    }

    public string PublicKey => Convert.ToHexStringLower(_public);

    public string Sign(byte[] message)
    {
        var r = Number(SHA512.HashData([.. _prefix, .. message])) % L;
        var commitment = Encode(Multiply(r, Base));
        var challenge = Number(SHA512.HashData([.. commitment, .. _public, .. message])) % L;
        return Convert.ToHexStringLower([.. commitment, .. Bytes((r + challenge * _scalar) % L)]);
    }

    private static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Number(byte[] littleEndian) => new(littleEndian, isUnsigned: true);

    private static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static Point BasePoint()
    {
        var y = Mod(4 * Inverse(5));
        var square = Mod((y * y - 1) * Inverse(D * y * y + 1));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod(x * x - square) != 0) x = Mod(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        if (!x.IsEven) x = P - x;
        return new Point(x, y, 1, Mod(x * y));
    }

    private static Point Add(Point p, Point q)
    {
        var a = (p.Y - p.X) * (q.Y - q.X);
        var b = (p.Y + p.X) * (q.Y + q.X);
        var c = 2 * p.T * q.T * D;
        var d = 2 * p.Z * q.Z;
        var (e, f, g, h) = (Mod(b - a), Mod(d - c), Mod(d + c), Mod(b + a));
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static Point Multiply(BigInteger scalar, Point point)
    {
        var product = new Point(0, 1, 1, 0);
        for (; scalar > 0; scalar >>= 1)
        {
            if (!scalar.IsEven) product = Add(product, point);
            point = Add(point, point);
        }

        return product;
    }

    private static byte[] Encode(Point point)
    {
        var inverse = Inverse(point.Z);
        var bytes = Bytes(Mod(point.Y * inverse));
        if (!Mod(point.X * inverse).IsEven) bytes[31] |= 0x80;
        return bytes;
    }

    private sealed record Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
