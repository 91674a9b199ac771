namespace TorchSharp.Interop;

/// <summary>The operators in use. New tensors, filled or random, converted, joined.</summary>
internal static partial class Aten
{
    internal static readonly Operator arangeStartStep = new("arange.start_step");
    internal static readonly Operator bernoulli = new("bernoulli");
    internal static readonly Operator cat = new("cat");
    internal static readonly Operator clone = new("clone");
    internal static readonly Operator emptyMemoryFormat = new("empty.memory_format");
    internal static readonly Operator eyeM = new("eye.m");
    internal static readonly Operator full = new("full");
    internal static readonly Operator full_like = new("full_like");
    internal static readonly Operator is_pinned = new("is_pinned");
    internal static readonly Operator linspace = new("linspace");
    internal static readonly Operator meshgridIndexing = new("meshgrid.indexing");
    internal static readonly Operator multinomial = new("multinomial");
    internal static readonly Operator normalTensorTensor = new("normal.Tensor_Tensor");
    internal static readonly Operator normal_ = new("normal_");
    internal static readonly Operator ones = new("ones");
    internal static readonly Operator ones_like = new("ones_like");
    internal static readonly Operator pin_memory = new("pin_memory");
    internal static readonly Operator randGenerator = new("rand.generator");
    internal static readonly Operator randintLowGenerator = new("randint.low_generator");
    internal static readonly Operator randnGenerator = new("randn.generator");
    internal static readonly Operator randpermGenerator = new("randperm.generator");
    internal static readonly Operator stack = new("stack");
    internal static readonly Operator toDtypeLayout = new("to.dtype_layout");
    internal static readonly Operator uniform_ = new("uniform_");
    internal static readonly Operator zeros = new("zeros");
    internal static readonly Operator zeros_like = new("zeros_like");
}
