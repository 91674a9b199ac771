namespace TorchSharp;

/// <summary>Clearing gradients, for modules and optimisers alike.</summary>
internal static class Gradients
{
    public static void Clear(torch.Tensor parameter, bool toNone)
    {
        using var gradient = parameter.grad;
        if (gradient is null)
            return;
        if (toNone)
        {
            parameter.grad = null;
            return;
        }
        using var mode = torch.no_grad();
        gradient.zero_();
    }
}
