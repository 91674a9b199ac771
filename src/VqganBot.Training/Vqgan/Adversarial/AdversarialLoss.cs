namespace VqganBot.Training.Vqgan.Adversarial;

/// <summary>What the discriminator is trained on; the generator's loss is the same for both.</summary>
internal enum AdversarialLoss
{
    /// <summary>Nothing is gained by judging more than 1 to the right side.</summary>
    Hinge,

    /// <summary>The logarithm of the likelihood.</summary>
    Vanilla,
}
