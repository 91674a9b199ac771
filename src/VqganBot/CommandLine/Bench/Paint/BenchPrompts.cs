namespace VqganBot.CommandLine.Bench;

/// <summary>What is painted where no prompt is given: single things in a place, which the built-in model knows best, and two that it has to make up.</summary>
internal static class BenchPrompts
{
    public static readonly string[] All =
    [
        "a red star over the sea",
        "a green fish in the city",
        "a yellow house in the forest",
        "a purple ship at night",
        "chicken surf",
        "a blue bird in the snow",
        "an orange cat on the beach",
        "toaster forest",
    ];
}
