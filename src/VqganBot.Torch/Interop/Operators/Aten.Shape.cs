namespace TorchSharp.Interop;

/// <summary>The operators in use. Views, parts, picking and putting.</summary>
internal static partial class Aten
{
    internal static readonly Operator chunk = new("chunk");
    internal static readonly Operator contiguous = new("contiguous");
    internal static readonly Operator copy_ = new("copy_");
    internal static readonly Operator detach = new("detach");
    internal static readonly Operator diagonal = new("diagonal");
    internal static readonly Operator expand = new("expand");
    internal static readonly Operator fill_Scalar = new("fill_.Scalar");
    internal static readonly Operator flattenUsingInts = new("flatten.using_ints");
    internal static readonly Operator flip = new("flip");
    internal static readonly Operator gather = new("gather");
    internal static readonly Operator indexTensor = new("index.Tensor");
    internal static readonly Operator index_put_ = new("index_put_");
    internal static readonly Operator index_select = new("index_select");
    internal static readonly Operator masked_fillScalar = new("masked_fill.Scalar");
    internal static readonly Operator masked_select = new("masked_select");
    internal static readonly Operator movedimIntlist = new("movedim.intlist");
    internal static readonly Operator narrow = new("narrow");
    internal static readonly Operator permute = new("permute");
    internal static readonly Operator repeat = new("repeat");
    internal static readonly Operator repeat_interleaveSelfInt = new("repeat_interleave.self_int");
    internal static readonly Operator repeat_interleaveSelfTensor = new("repeat_interleave.self_Tensor");
    internal static readonly Operator reshape = new("reshape");
    internal static readonly Operator roll = new("roll");
    internal static readonly Operator scatter_add = new("scatter_add");
    internal static readonly Operator selectInt = new("select.int");
    internal static readonly Operator set_data = new("set_data");
    internal static readonly Operator sliceTensor = new("slice.Tensor");
    internal static readonly Operator splitTensor = new("split.Tensor");
    internal static readonly Operator split_with_sizes = new("split_with_sizes");
    internal static readonly Operator squeeze = new("squeeze");
    internal static readonly Operator squeezeDim = new("squeeze.dim");
    internal static readonly Operator t = new("t");
    internal static readonly Operator transposeInt = new("transpose.int");
    internal static readonly Operator tril = new("tril");
    internal static readonly Operator triu = new("triu");
    internal static readonly Operator unbindInt = new("unbind.int");
    internal static readonly Operator unfold = new("unfold");
    internal static readonly Operator unsqueeze = new("unsqueeze");
    internal static readonly Operator view = new("view");
    internal static readonly Operator whereSelf = new("where.self");
    internal static readonly Operator zero_ = new("zero_");
}
