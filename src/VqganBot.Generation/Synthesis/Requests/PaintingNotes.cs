using VqganBot.Generation.Clip;

namespace VqganBot.Generation.Synthesis;

/// <summary>What a person should be told before they wonder.</summary>
internal static class PaintingNotes
{
    public static IEnumerable<string> On(
        PaintingRequest request, Canvas canvas, IReadOnlyList<IReadOnlyList<TextPrompt>> phrases, ClipTokenizer tokenizer, int contextLength)
    {
        if (canvas.Width != request.Width || canvas.Height != request.Height)
            yield return $"{request.Width}x{request.Height} was asked for and {canvas.Width}x{canvas.Height} is painted: this model paints in cells of {canvas.Factor}x{canvas.Factor} pixels.";

        // The start and the end of the text take a place each.
        foreach (TextPrompt prompt in phrases.SelectMany(phrase => phrase).Where(prompt => tokenizer.Encode(prompt.Text).Count > contextLength - 2))
            yield return $"The prompt '{Beginning(prompt.Text)}' is longer than the {contextLength - 2} tokens that CLIP reads; its end is not seen.";
    }

    private static string Beginning(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
