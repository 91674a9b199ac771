namespace VqganBot.Training.Toybox;

/// <summary>What the world can draw. The order is part of the labels: append only.</summary>
internal enum ToyObject
{
    Chicken,
    Cat,
    Dog,
    Fish,
    Bird,
    Wave,
    Mushroom,
    Boulder,
    Tree,
    Flower,
    Cloud,
    Mountain,
    Cactus,
    Apple,
    Star,
    Moon,
    Sun,
    Heart,
    Toaster,
    Robot,
    Snowman,
    Balloon,
    Umbrella,
    Boat,
    Rocket,
    Car,
    House,
    Castle,
}
