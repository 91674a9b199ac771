namespace VqganBot.Generation.Synthesis;

/// <summary>The learning rate of each step: constant, dropped at shares of the way (pixray), or gliding down half a cosine.</summary>
internal static class LearningRate
{
    public static double At(int step, int steps, PaintingSettings settings)
    {
        double way = (double)step / steps;
        int drops = settings.LearningRateDrops.Count(drop => way >= drop);
        double glide = settings.LearningRateAnnealTo + ((1 - settings.LearningRateAnnealTo) * (1 + Math.Cos(Math.PI * way)) / 2);
        return settings.LearningRate * glide / Math.Pow(settings.LearningRateDropFactor, drops);
    }
}
