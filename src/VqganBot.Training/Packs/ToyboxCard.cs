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
        ./run.sh render --count 100000 --seed 3000000 --out train.set
        ./run.sh render --count 24000 --seed 6000000 --parts --out parts.set
        ./run.sh render --count 600 --seed 900000000 --out unseen.set
        ./run.sh train tokenizer --out merges.txt
        ./run.sh train vqgan --set train.set --validation unseen.set --state first.st --minutes 65 --learning-rate 1.5e-3
        ./run.sh reconstruct --set train.set --vqgan first.st --count 8000 --out rec.set
        ./run.sh reconstruct --set train.set --vqgan first.st --count 8000 --spoil 0.3 --out spoiled.set
        ./run.sh train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 106 --learning-rate 1.2e-3 \
            --reconstructions rec.set --spoiled spoiled.set
        ./run.sh train vqgan --set train.set --parts parts.set --validation unseen.set --state vqgan.st --from first.st \
            --codes 2048 --perceptual-clip clip.safetensors --perceptual-weight 0.2 --minutes 92 --learning-rate 1.2e-3
        ./run.sh reconstruct --set train.set --vqgan vqgan.st --count 12000 --out rec.set
        ./run.sh reconstruct --set train.set --vqgan vqgan.st --count 8000 --spoil 0.2 --out spoiled.set
        ./run.sh train clip --set train.set --tokenizer merges.txt --state clip.st --minutes 154 --learning-rate 1.2e-3 \
            --reconstructions rec.set --spoiled spoiled.set --reconstruction-share 0.5
        ./run.sh train prior --set train.set --vqgan vqgan.st --clip clip.st --tokenizer merges.txt --caption-share 0.8 \
            --state prior.st --minutes 220 --learning-rate 2.2e-3
        ./run.sh pack build --out models/{{name}} --vqgan vqgan.st --clip clip.st --tokenizer merges.txt --prior prior.st \
            --steps 60 --learning-rate 0.03 --guidance 4 --draft-candidates 128
        ./run.sh evaluate --pack models/{{name}} --prompts 60 --counted 0 --count 0 --report report --json
        ```

        Minutes count over all runs of a training: a second run goes on from the first. For the pack as shipped, trainings
        shared two cores with other work, and limits in minutes end at another step on another machine. It was not made
        in one go: the first 42 minutes of the second VQGAN, 128 of CLIP and 146 of the prior saw an earlier version of the
        drawn world, in which only one picture in seven was a pair and its things were smaller; `first.st` and the first
        65 minutes of CLIP saw a still earlier one, and the perceptual CLIP was the one of those 65 minutes. Only the last
        33 minutes of the prior saw things that all face one way. Its last hour ran on two threads (`--threads 2`), from
        minute 160 with the finished VQGAN, and was stopped 9 minutes before the end of a schedule of 228.
        """;
}
