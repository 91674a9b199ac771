using System.Text.Json;
using TorchSharp;

namespace VqganBot.Generation.Tests.Torch;

/// <summary>What PyTorch answered: Fixtures/operators.json, written by make_operators.py.</summary>
internal sealed class OperatorFixture
{
    private static readonly Lazy<JsonElement> Root = new(() => Load("operators.json"));

    public static IEnumerable<string> Cases => Root.Value.GetProperty("cases").EnumerateObject().Select(it => it.Name);

    public static JsonElement Case(string name) => Root.Value.GetProperty("cases").GetProperty(name);

    public static torch.Tensor Input(string name) => Tensor(Root.Value.GetProperty("inputs").GetProperty(name));

    public static JsonElement Load(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Torch", "Fixtures", file);
        return JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
    }

    public static long[] Shape(JsonElement record) => [.. record.GetProperty("shape").EnumerateArray().Select(it => it.GetInt64())];

    public static double[] Values(JsonElement record) => [.. record.GetProperty("values").EnumerateArray().Select(it => it.GetDouble())];

    private static torch.Tensor Tensor(JsonElement record)
    {
        var type = record.GetProperty("type").GetString() == "int64" ? torch.ScalarType.Int64 : torch.ScalarType.Float32;
        return torch.tensor(Values(record), Shape(record), type);
    }
}
