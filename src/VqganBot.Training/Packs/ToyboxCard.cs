namespace VqganBot.Training.Packs;

/// <summary>What the card of a pack says when it was trained on the drawn world.</summary>
internal static class ToyboxCard
{
    public const string Data = """
        It was trained by VqganBot itself, so that a fresh machine without any download can paint. It knows only its own drawn
        world: do not expect photographs.

        ## Data

        Pictures of 64×64 pixels, drawn by `src/VqganBot.Training/Toybox` from seeds: 28 objects in 10 colours, in 12
        scenes and 5 styles (plain, pixel art, watercolour, sketch, neon), one to three of them or two in a relation
        (on, under, beside), with captions in varied wording. One (object, colour) pair in eight and one
        (object, scene) pair in nine were never drawn in training; the held-out prompts below ask for those.
        """;

    public const string Pictures = """
        `reconstructions.webp` shows renders that training never saw above what the VQGAN makes of them;
        `painted.webp` what the two networks paint for held-out prompts, failures included;
        `world.webp` a sample of the drawn world.
        """;

    public static string MadeAgain(string name) => $$"""
        ## Made again

        With `train="dotnet run --project src/VqganBot.Training --"`, and the trainers stopped and started at will:

        ```
        $train render --count 90000 --out train.set
        $train render --count 600 --seed 900000000 --out unseen.set
        $train train tokenizer --out merges.txt
        $train train vqgan --set train.set --validation unseen.set --state vqgan.st --minutes 65 --learning-rate 1.5e-3
        $train train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 25 --learning-rate 1.2e-3
        $train reconstruct --set train.set --vqgan vqgan.st --count 6000 --out rec.set
        $train reconstruct --set train.set --vqgan vqgan.st --count 6000 --spoil 0.3 --out spoiled.set
        $train train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 65 --learning-rate 1.2e-3 \
            --reconstructions rec.set --spoiled spoiled.set
        $train pack build --out models/{{name}} --vqgan vqgan.st --clip clip.st --tokenizer merges.txt
        $train evaluate --pack models/{{name}} --set unseen.set
        ```

        For the pack as shipped, both trainers shared one core, and the reconstructions were made while the VQGAN was
        still learning (after 50,000 pictures); limits in minutes end at another step on another machine.
        """;
}
