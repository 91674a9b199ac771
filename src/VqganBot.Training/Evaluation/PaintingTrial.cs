using VqganBot.Generation.Packs;
using VqganBot.Generation.Synthesis;

namespace VqganBot.Training.Evaluation;

/// <summary>Paints prompts with a pack and compares how near the pictures come before and after.</summary>
internal sealed class PaintingTrial(ModelPack pack, string preset, PaintingSettings settings, int steps)
{
    private readonly Painter _painter = new(pack);

    public PaintedPrompt Paint(string prompt, ulong seed)
    {
        using var painting = _painter.Start(new PaintingRequest
        {
            Prompt = prompt,
            Width = pack.Manifest.DefaultSize[0],
            Height = pack.Manifest.DefaultSize[1],
            Steps = steps,
            Seed = seed,
            Preset = preset,
            Settings = settings,
        });
        var before = painting.Similarity();
        while (!painting.IsFinished)
            painting.Advance();
        return new PaintedPrompt(prompt, before, painting.Similarity(), painting.Render());
    }
}
