namespace VqganBot.Training.Toybox.Drawings;

/// <summary>The background of a picture, in pixels of 64. Every scene is a few large areas and one unmistakable mark.</summary>
internal static class SceneDrawings
{
    public static void Draw(SvgCanvas canvas, ToyScene scene)
    {
        switch (scene)
        {
            case ToyScene.Sea: WaterScenes.Sea(canvas); break;
            case ToyScene.Beach: WaterScenes.Beach(canvas); break;
            case ToyScene.Forest: LandScenes.Forest(canvas); break;
            case ToyScene.Desert: LandScenes.Desert(canvas); break;
            case ToyScene.Snow: LandScenes.Snow(canvas); break;
            case ToyScene.Meadow: LandScenes.Meadow(canvas); break;
            case ToyScene.Mountains: LandScenes.Mountains(canvas); break;
            case ToyScene.City: DarkScenes.City(canvas); break;
            case ToyScene.Night: DarkScenes.Night(canvas); break;
            case ToyScene.Rave: DarkScenes.Rave(canvas); break;
            case ToyScene.Space: DarkScenes.Space(canvas); break;
            case ToyScene.Plain: Plain(canvas); break;
            default: throw new ArgumentOutOfRangeException(nameof(scene), scene, "No drawing is known for this scene.");
        }
    }

    private static void Plain(SvgCanvas c)
    {
        string[] papers = ["#f4efe2", "#dfeaf2", "#e9e2f0", "#e2efe0", "#f5e2dc", "#fbf3cf", "#d9d9dc"];
        Scenery.Sky(c, Rgb.Hex(c.Random.Pick(papers)));
    }
}
