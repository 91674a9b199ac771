using TorchSharp;
using VqganBot.Training.Toybox;
using static TorchSharp.torch;

namespace VqganBot.Training.Judge;

/// <summary>Lets the judge read pictures, some at a time.</summary>
internal sealed class JudgeReader(JudgeNetwork network, Device device)
{
    private const int Chunk = 64;

    /// <summary>Reads pictures [N,3,H,W] with values from 0 to 1; larger ones are averaged down to 64×64 first.</summary>
    public JudgeOpinion Read(Tensor unit)
    {
        network.eval();
        using var still = no_grad();
        using var scope = NewDisposeScope();
        var answers = new List<JudgeReading>();
        var features = new List<Tensor>();
        var likelihoods = JudgeLabels.Questions.Select(_ => new List<Tensor>()).ToArray();
        for (long start = 0; start < unit.shape[0]; start += Chunk)
        {
            using var step = NewDisposeScope();
            var part = unit.narrow(0, start, Math.Min(Chunk, unit.shape[0] - start)).to(device);
            if (part.shape[2] != ToyWorld.Size || part.shape[3] != ToyWorld.Size)
                part = nn.functional.adaptive_avg_pool2d(part, ToyWorld.Size);       // [n,3,64,64]
            var seen = network.call(part);                                           // [n,160]
            var logits = network.Heads(seen);
            answers.AddRange(Readings(logits));
            features.Add(seen.cpu().MoveToOuterDisposeScope());
            for (var question = 0; question < logits.Length; question++)
                likelihoods[question].Add(logits[question].log_softmax(1).cpu().MoveToOuterDisposeScope());
        }

        return new JudgeOpinion(answers, Joined(features), [.. likelihoods.Select(Joined)]);
    }

    private static Tensor Joined(List<Tensor> parts) => cat([.. parts], 0).DetachFromDisposeScope();

    private static IEnumerable<JudgeReading> Readings(Tensor[] logits)
    {
        var best = logits.Select(it => it.argmax(1).cpu().data<long>().ToArray()).ToArray();
        return [.. Enumerable.Range(0, best[0].Length).Select(i => new JudgeReading(
            (ToyObject)best[0][i], (ToyColour)best[1][i], (ToyScene)best[2][i], (ToyStyle)best[3][i], (int)best[4][i] + 1))];
    }
}
