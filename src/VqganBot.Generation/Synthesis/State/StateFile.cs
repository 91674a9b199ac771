using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TorchSharp;
using VqganBot.Generation.Checkpoints;
using VqganBot.Imaging;
using static TorchSharp.torch;

namespace VqganBot.Generation.Synthesis;

/// <summary>
/// A painting on disk: a safetensors file with the latent, the optimiser's moments and the pictures that were given, and in its
/// metadata the request and the progress. Random generators need no place in it (see <see cref="PaintingRandom"/>).
/// </summary>
internal static class StateFile
{
    private const string Format = "vqganbot-painting-1";

    public static void Write(string path, PaintingRequest request, PaintingState state)
    {
        using DisposeScope scope = NewDisposeScope();
        List<KeyValuePair<string, Tensor>> tensors = [new("latent", state.Latent.cpu()), new("initial", state.Initial.cpu())];
        if (state.Average is { } average)
            tensors.Add(new("average", average.cpu()));
        tensors.AddRange(state.Optimizer.MomentNames.Select((name, i) => new KeyValuePair<string, Tensor>("optimizer." + name, state.Optimizer.Moments[i].cpu())));
        if (request.InitImage is { } picture)
            tensors.Add(new("init_image", PictureTensor.Bytes(picture)));
        if (request.SpotMask is { } mask)
            tensors.Add(new("spot_mask", PictureTensor.Bytes(mask)));
        tensors.AddRange(request.ImagePrompts.Select((prompt, i) => new KeyValuePair<string, Tensor>($"image_prompt.{i}", PictureTensor.Bytes(prompt.Image))));

        IReadOnlyList<StoredImagePrompt> prompts = [.. request.ImagePrompts.Select(prompt => new StoredImagePrompt(prompt.Weight, prompt.Stop))];
        SafetensorsWriter.Write(path, tensors, new Dictionary<string, string>
        {
            ["format"] = Format,
            ["request"] = JsonSerializer.Serialize(request, PaintingJson.Default.PaintingRequest),
            ["progress"] = JsonSerializer.Serialize(state.Progress, PaintingJson.Default.PaintingProgress),
            ["image_prompts"] = JsonSerializer.Serialize(prompts, PaintingJson.Default.IReadOnlyListStoredImagePrompt),
        });
    }

    public static PaintingRequest ReadRequest(Checkpoint file, string path)
    {
        if (!file.Metadata.TryGetValue("format", out string? format) || format != Format)
            throw new PaintingRequestException($"'{path}' is not a saved painting: its format is '{format ?? "not told"}', a saved painting's is '{Format}'.");

        IReadOnlyList<StoredImagePrompt> prompts = Json(file, path, "image_prompts", PaintingJson.Default.IReadOnlyListStoredImagePrompt);
        return Json(file, path, "request", PaintingJson.Default.PaintingRequest) with
        {
            InitImage = file.Tensors.ContainsKey("init_image") ? Picture(file, "init_image") : null,
            SpotMask = file.Tensors.ContainsKey("spot_mask") ? Picture(file, "spot_mask") : null,
            ImagePrompts = [.. prompts.Select((prompt, i) => new ImagePrompt(Picture(file, $"image_prompt.{i}"), prompt.Weight, prompt.Stop))],
        };
    }

    public static PaintingProgress ReadProgress(Checkpoint file, string path) => Json(file, path, "progress", PaintingJson.Default.PaintingProgress);

    /// <summary>The latent that <see cref="Painting.Render"/> showed.</summary>
    public static Tensor ReadShown(Checkpoint file, string path, PaintingRequest request, PaintingTools tools)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor latent = ReadLatent(file, path, "latent", tools);
        return request.Settings.LatentAverageDecay > 0
            ? LatentAverage.Value(ReadLatent(file, path, "average", tools), latent, request.Settings.LatentAverageDecay, ReadProgress(file, path).Step).MoveToOuterDisposeScope()
            : latent.MoveToOuterDisposeScope();
    }

    public static string Sum(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    public static PaintingState ReadState(Checkpoint file, string path, PaintingTools tools)
    {
        using DisposeScope scope = NewDisposeScope();
        PaintingSettings settings = tools.Request.Settings;
        Tensor Latent(string key) => ReadLatent(file, path, key, tools);

        LatentOptimizer optimizer = LatentOptimizer.Create(settings.Optimizer, settings.WeightDecay);
        optimizer.Keep([.. optimizer.MomentNames.Select(name => Latent("optimizer." + name))]);
        if (optimizer.Moments.Append(Latent("initial")).Any(tensor => !tensor.shape.SequenceEqual(Latent("latent").shape)))
            throw new PaintingRequestException($"'{path}' is a saved painting whose latent, its beginning and the optimiser's memory are not of one size.");
        return new PaintingState(
            Latent("latent"), Latent("initial"), settings.LatentAverageDecay > 0 ? Latent("average") : null, optimizer,
            ReadProgress(file, path));
    }

    private static Tensor ReadLatent(Checkpoint file, string path, string key, PaintingTools tools)
    {
        long[] shape = Shape(tools.Canvas), halved = Shape(tools.Canvas.Halved());
        Tensor tensor = file.Tensors.ContainsKey(key) ? file.Read(key) : throw new PaintingRequestException($"'{path}' is a saved painting without its tensor '{key}'.");
        return tensor.shape.SequenceEqual(shape) || tensor.shape.SequenceEqual(halved)
            ? tensor.to(tools.Device)
            : throw new PaintingRequestException(
                $"'{path}' holds '{key}' of shape [{string.Join(", ", tensor.shape)}] where this model paints [{string.Join(", ", shape)}]; resume it with the model it was painted with, '{tools.Request.Model}'.");

        long[] Shape(Canvas canvas) => [1, tools.Drawer.Channels, canvas.Rows, canvas.Columns];
    }

    private static T Json<T>(Checkpoint file, string path, string key, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(file.Metadata.GetValueOrDefault(key, ""), type)
                ?? throw new JsonException("it is null.");
        }
        catch (JsonException exception)
        {
            throw new PaintingRequestException($"'{path}' is a saved painting whose '{key}' cannot be read: {exception.Message}", exception);
        }
    }

    private static Rgb24Image Picture(Checkpoint file, string key)
    {
        using Tensor bytes = file.Read(key);
        return PictureTensor.ToPicture(bytes);
    }
}
