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
        `painted.webp` shows what the networks paint for held-out prompts, not picked, failures included;
        `drafted.webp` the drafts they began with; `reconstructions.webp` renders that training never saw above what the
        VQGAN makes of them; `world.webp` a sample of the drawn world.
        """;

    public static string MadeAgain(string name) => $$"""
        ## Made again

        The trainers may be stopped and started at will:

        ```
        ./run.sh render --count 90000 --out train.set
        ./run.sh render --count 20000 --seed 5000000 --parts --out parts.set
        ./run.sh render --count 600 --seed 900000000 --out unseen.set
        ./run.sh train tokenizer --out merges.txt
        ./run.sh train vqgan --set train.set --validation unseen.set --state first.st --minutes 65 --learning-rate 1.5e-3
        ./run.sh reconstruct --set train.set --vqgan first.st --count 8000 --out rec.set
        ./run.sh reconstruct --set train.set --vqgan first.st --count 8000 --spoil 0.3 --out spoiled.set
        ./run.sh train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 106 --learning-rate 1.2e-3 \
            --reconstructions rec.set --spoiled spoiled.set
        ./run.sh train vqgan --set train.set --parts parts.set --validation unseen.set --state vqgan.st --from first.st \
            --codes 2048 --perceptual-clip clip.safetensors --perceptual-weight 0.2 --minutes 42 --learning-rate 1.5e-3
        ./run.sh train prior --set train.set --vqgan vqgan.st --clip clip.st --tokenizer merges.txt --caption-share 0.5 \
            --state prior.st --minutes 73 --learning-rate 2.2e-3
        ./run.sh reconstruct --set train.set --vqgan vqgan.st --count 12000 --out rec.set
        ./run.sh reconstruct --set train.set --vqgan vqgan.st --count 12000 --spoil 0.2 --out spoiled.set
        ./run.sh train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 128 --learning-rate 1.2e-3 \
            --reconstructions rec.set --spoiled spoiled.set --reconstruction-share 0.5
        ./run.sh train prior --set train.set --vqgan vqgan.st --clip clip.st --tokenizer merges.txt --caption-share 0.8 \
            --state prior.st --minutes 146 --learning-rate 2.2e-3
        ./run.sh pack build --out models/{{name}} --vqgan vqgan.st --clip clip.st --tokenizer merges.txt --prior prior.st \
            --steps 60 --learning-rate 0.03 --guidance 4 --draft-candidates 64
        ./run.sh evaluate --pack models/{{name}} --prompts 60 --counted 0 --count 0 --report report --json
        ```

        Minutes count over all runs of a training: a second run goes on from the first. For the pack as shipped, trainings
        shared two cores with other work, and limits in minutes end at another step on another machine. `first.st` and the
        first 65 minutes of CLIP saw an earlier version of the drawn world, whose main thing was a little smaller; the
        perceptual CLIP was the one of those 65 minutes. The first 73 minutes of the prior saw 54,000 of the pictures, its
        first 600 steps at a learning rate of 1e-3; 40 minutes of the second run were still with the CLIP of 106 minutes.
        """;
}
