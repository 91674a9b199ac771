namespace TorchSharp.Modules;

/// <summary>What steers an optimiser that keeps two moments.</summary>
public abstract class MomentOptions : OptimizerOptions
{
    internal double Beta1 { get; set; }

    internal double Beta2 { get; set; }

    internal override void CopyFrom(OptimizerOptions source)
    {
        base.CopyFrom(source);
        var other = (MomentOptions)source;
        Beta1 = other.Beta1;
        Beta2 = other.Beta2;
    }
}
