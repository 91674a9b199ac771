namespace VqganBot.Training.Toybox.Captions;

/// <summary>The words for things: the first is the commonest, and what evaluation asks with.</summary>
internal static class Vocabulary
{
    public static readonly string[] Colourful = ["colorful", "colourful", "rainbow", "multicolored", "many-coloured"];

    public static readonly string[] Adjectives =
        ["big", "small", "little", "cute", "lovely", "funny", "happy", "beautiful", "huge", "tiny", "old", "magic", "strange", "pretty"];

    /// <summary>Singular and plural.</summary>
    public static (string One, string Many)[] Nouns(ToyObject thing) => thing switch
    {
        ToyObject.Chicken => [("chicken", "chickens"), ("hen", "hens"), ("rooster", "roosters")],
        ToyObject.Cat => [("cat", "cats"), ("kitten", "kittens"), ("kitty", "kitties")],
        ToyObject.Dog => [("dog", "dogs"), ("puppy", "puppies"), ("hound", "hounds")],
        ToyObject.Fish => [("fish", "fish"), ("goldfish", "goldfish"), ("fish", "fishes")],
        ToyObject.Bird => [("bird", "birds"), ("sparrow", "sparrows"), ("birdie", "birdies")],
        ToyObject.Wave => [("wave", "waves"), ("breaker", "breakers"), ("tsunami", "tsunamis")],
        ToyObject.Mushroom => [("mushroom", "mushrooms"), ("toadstool", "toadstools"), ("fungus", "fungi")],
        ToyObject.Boulder => [("boulder", "boulders"), ("rock", "rocks"), ("stone", "stones")],
        ToyObject.Tree => [("tree", "trees"), ("oak", "oaks"), ("tree", "trees")],
        ToyObject.Flower => [("flower", "flowers"), ("blossom", "blossoms"), ("daisy", "daisies")],
        ToyObject.Cloud => [("cloud", "clouds"), ("cloud", "clouds"), ("puffy cloud", "puffy clouds")],
        ToyObject.Mountain => [("mountain", "mountains"), ("peak", "peaks"), ("volcano", "volcanoes")],
        ToyObject.Cactus => [("cactus", "cacti"), ("cactus", "cactuses"), ("saguaro", "saguaros")],
        ToyObject.Apple => [("apple", "apples"), ("apple", "apples"), ("fruit", "fruits")],
        ToyObject.Star => [("star", "stars"), ("star", "stars"), ("shining star", "shining stars")],
        ToyObject.Moon => [("moon", "moons"), ("crescent moon", "crescent moons"), ("half moon", "half moons")],
        ToyObject.Sun => [("sun", "suns"), ("smiling sun", "smiling suns"), ("sun", "suns")],
        ToyObject.Heart => [("heart", "hearts"), ("love heart", "love hearts"), ("heart", "hearts")],
        ToyObject.Balloon => [("balloon", "balloons"), ("party balloon", "party balloons"), ("balloon", "balloons")],
        ToyObject.Rocket => [("rocket", "rockets"), ("spaceship", "spaceships"), ("rocket ship", "rocket ships")],
        ToyObject.Toaster => [("toaster", "toasters"), ("toaster", "toasters"), ("bread toaster", "bread toasters")],
        ToyObject.Robot => [("robot", "robots"), ("android", "androids"), ("robot", "robots")],
        ToyObject.Snowman => [("snowman", "snowmen"), ("snowman", "snowmen"), ("frosty snowman", "frosty snowmen")],
        ToyObject.Umbrella => [("umbrella", "umbrellas"), ("parasol", "parasols"), ("umbrella", "umbrellas")],
        ToyObject.Boat => [("boat", "boats"), ("sailboat", "sailboats"), ("ship", "ships")],
        ToyObject.Car => [("car", "cars"), ("automobile", "automobiles"), ("car", "cars")],
        ToyObject.House => [("house", "houses"), ("cottage", "cottages"), ("home", "homes")],
        ToyObject.Castle => [("castle", "castles"), ("fortress", "fortresses"), ("palace", "palaces")],
        _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, "No word is known for this object."),
    };

    public static string[] Words(ToyColour colour) => colour switch
    {
        ToyColour.Red => ["red", "red", "crimson", "scarlet"],
        ToyColour.Orange => ["orange"],
        ToyColour.Yellow => ["yellow", "yellow", "golden"],
        ToyColour.Green => ["green", "green", "emerald"],
        ToyColour.Blue => ["blue", "blue", "azure"],
        ToyColour.Purple => ["purple", "purple", "violet"],
        ToyColour.Pink => ["pink", "pink", "rosy"],
        ToyColour.Brown => ["brown", "brown", "chestnut"],
        ToyColour.Black => ["black", "black", "dark"],
        ToyColour.White => ["white", "white", "pale"],
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "No word is known for this colour."),
    };

    /// <summary>With the preposition that puts something there.</summary>
    public static string[] Places(ToyScene scene) => scene switch
    {
        ToyScene.Sea => ["in the sea", "over the sea", "at sea", "on the ocean", "over the water", "above the sea"],
        ToyScene.Forest => ["in the forest", "in a forest", "in the woods", "among the trees"],
        ToyScene.City => ["in the city", "in a city", "in town", "downtown", "in front of skyscrapers"],
        ToyScene.Desert => ["in the desert", "in a desert", "among the dunes", "in the sahara"],
        ToyScene.Night => ["at night", "in the night", "in the night sky", "under the stars", "in the dark"],
        ToyScene.Rave => ["at the rave", "at a rave", "in a club", "at a disco", "at a party", "on the dance floor"],
        ToyScene.Snow => ["in the snow", "in winter", "on snow", "in a snowy landscape"],
        ToyScene.Meadow => ["in a meadow", "in the meadow", "on the grass", "in a field", "in the garden"],
        ToyScene.Beach => ["on the beach", "at the beach", "on the shore", "by the seaside"],
        ToyScene.Mountains => ["in the mountains", "in front of mountains", "in the alps", "over the mountains"],
        ToyScene.Space => ["in space", "in outer space", "in the galaxy", "among planets", "in the universe"],
        ToyScene.Plain => ["on a plain background", "on a white background", "on paper", "alone"],
        _ => throw new ArgumentOutOfRangeException(nameof(scene), scene, "No place is known for this scene."),
    };

    /// <summary>The scene as a thing of its own, or as a bare word beside another.</summary>
    public static string[] Bare(ToyScene scene) => scene switch
    {
        ToyScene.Sea => ["sea", "ocean"],
        ToyScene.Forest => ["forest", "woods"],
        ToyScene.City => ["city", "skyline", "town"],
        ToyScene.Desert => ["desert", "dunes"],
        ToyScene.Night => ["night", "night sky"],
        ToyScene.Rave => ["rave", "disco", "party"],
        ToyScene.Snow => ["snow", "winter"],
        ToyScene.Meadow => ["meadow", "field", "garden"],
        ToyScene.Beach => ["beach", "shore"],
        ToyScene.Mountains => ["mountains", "alps"],
        ToyScene.Space => ["space", "galaxy"],
        ToyScene.Plain => ["plain background"],
        _ => throw new ArgumentOutOfRangeException(nameof(scene), scene, "No word is known for this scene."),
    };

    /// <summary>Patterns around the rest of the caption, which stands at {0}, or without its article at {1}.</summary>
    public static string[] Frames(ToyStyle style) => style switch
    {
        ToyStyle.Plain => ["{0}", "a drawing of {0}", "a picture of {0}", "{0}, flat colours", "a cartoon of {0}"],
        ToyStyle.PixelArt => ["pixel art of {0}", "{0}, pixel art", "{0} in pixel art style", "8-bit {1}", "a pixelated picture of {0}", "{0} #pixelart"],
        ToyStyle.Watercolour => ["a watercolour of {0}", "{0}, watercolor", "a watercolor painting of {0}", "{0} in watercolour", "{0} painted in watercolors"],
        ToyStyle.Sketch => ["a sketch of {0}", "{0}, pencil sketch", "a pencil drawing of {0}", "{0} sketched in pencil", "sketch of {0}"],
        ToyStyle.Neon => ["neon {1}", "{0}, neon", "{0} in neon lights", "a neon sign of {0}", "glowing neon {1}"],
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "No words are known for this style."),
    };

    public static string[] Joiners(ToyRelation relation) => relation switch
    {
        ToyRelation.On => ["on", "on", "on top of", "riding", "standing on", "above", "over"],
        ToyRelation.Under => ["under", "under", "below", "beneath"],
        _ => ["beside", "next to", "and", "and", "with", "by"],
    };
}
