using System.Text;

namespace VqganBot.Tests.Checkpoints;

/// <summary>Pickles written by hand. Every character below U+0100 is one byte.</summary>
internal static class MadePickle
{
    public static byte[] Bytes(string operations) => Encoding.Latin1.GetBytes(operations);

    /// <summary>The bytes of {"w": a view of storage "0" with this offset, size and stride}; the storage has four floats.</summary>
    public static byte[] OneTensor(string offset = "I0\n", string size = "(I4\nt", string stride = "(I1\nt", string type = "FloatStorage", string elements = "I4\n") =>
        Bytes("\u0080\u0002}" + Text("w") + Tensor(offset, size, stride, type, elements) + "s.");

    public static string Tensor(string offset, string size, string stride, string type, string elements) =>
        $"ctorch._utils\n_rebuild_tensor_v2\n(({Text("storage")}ctorch\n{type}\n{Text("0")}{Text("cpu")}{elements}tQ{offset}{size}{stride}\u0089}}tR";

    public static string Text(string text) => $"V{text}\n";
}
