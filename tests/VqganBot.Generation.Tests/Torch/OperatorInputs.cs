using TorchSharp;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>The tensors that the cases are made of; each is read from the fixture when a case first asks for it.</summary>
internal sealed class OperatorInputs
{
    private readonly Dictionary<string, torch.Tensor> _made = [];

    public torch.Tensor this[string name]
    {
        get
        {
            if (!_made.TryGetValue(name, out var tensor))
                _made.Add(name, tensor = OperatorFixture.Input(name));
            return tensor;
        }
    }

    public torch.Tensor a => this["a"];

    public torch.Tensor b => this["b"];

    public torch.Tensor p => this["p"];

    public torch.Tensor u => this["u"];

    public torch.Tensor m => this["m"];

    public torch.Tensor n => this["n"];

    public torch.Tensor q => this["q"];

    public torch.Tensor image => this["image"];

    public torch.Tensor kernel => this["kernel"];

    public torch.Tensor bias => this["bias"];

    public torch.Tensor scale => this["scale"];

    public torch.Tensor shift => this["shift"];

    public torch.Tensor theta => this["theta"];

    public torch.Tensor logits => this["logits"];

    public torch.Tensor queries => this["queries"];

    public torch.Tensor classes => this["classes"];

    public torch.Tensor rows => this["rows"];

    public torch.Tensor places => this["places"];
}
