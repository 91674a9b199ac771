using VqganBot.Generation.Synthesis;

namespace VqganBot.Tests.Synthesis;

public sealed class HomographyTests
{
    [Fact]
    public void Rotation_ByNinetyDegrees_ShowsTheUpperRightCornerUpperLeft() => AssertMaps(Homography.Rotation(90), -1, -1, 1, -1);

    [Fact]
    public void Shift_ToTheRight_ShowsWhatLiesThere() => AssertMaps(Homography.Shift(0.5, 0), 0, 0, 0.5, 0);

    [Fact]
    public void Product_AppliesTheRightFactorToTheViewFirst() =>
        AssertMaps(Homography.Shift(0.5, 0) * Homography.Scale(2, 2), 0.25, 0.25, 1, 0.5);

    [Fact]
    public void Corners_OfTheWholeView_AreTheIdentity()
    {
        Homography map = Homography.Corners((-1, -1), (1, -1), (1, 1), (-1, 1));
        AssertMaps(map, 0.3, -0.7, 0.3, -0.7);
    }

    [Fact]
    public void Corners_MovedInward_ShowThePicturesCornersThere()
    {
        Homography map = Homography.Corners((-0.5, -0.8), (0.9, -0.6), (0.7, 0.95), (-1, 0.4));
        AssertMaps(map, -0.5, -0.8, -1, -1);
        AssertMaps(map, 0.9, -0.6, 1, -1);
        AssertMaps(map, 0.7, 0.95, 1, 1);
        AssertMaps(map, -1, 0.4, -1, 1);
    }

    [Fact]
    public void Inverse_AfterTheMap_LeadsBack()
    {
        Homography map = Homography.Rotation(20) * Homography.Corners((-0.5, -0.8), (0.9, -0.6), (0.7, 0.95), (-1, 0.4));
        AssertMaps(map.Inverse() * map, 0.2, -0.4, 0.2, -0.4);
    }

    [Fact]
    public void Draw_WithoutAnyAugmentation_IsTheIdentity() =>
        Assert.Equal(Homography.Identity, Geometry.Draw(AugmentationSettings.None, new float[Geometry.NumbersPerView]));

    [Fact]
    public void Draw_WithParametersInTheMiddle_LeavesTheView()
    {
        AugmentationSettings settings = new() { AffineProbability = 1, RotationDegrees = 15, Translation = 0.1, ShearDegrees = 5 };
        float[] middle = [.. Enumerable.Repeat(0.5f, Geometry.NumbersPerView)];
        AssertMaps(Geometry.Draw(settings, middle), 0.3, 0.6, 0.3, 0.6);
    }

    [Fact]
    public void Draw_AllAugmentationsAtTheirEdges_StaysInFrontOfTheHorizon()
    {
        AugmentationSettings settings = new()
        {
            FlipProbability = 0.5, AffineProbability = 0.7, RotationDegrees = 15, Translation = 0.1, ShearDegrees = 5,
            PerspectiveProbability = 0.7, PerspectiveScale = 0.7,
        };
        Random random = new(3);
        for (int round = 0; round < 1_000; round++)
        {
            float[] numbers = [.. Enumerable.Range(0, Geometry.NumbersPerView).Select(_ => random.NextSingle())];
            Homography map = Geometry.Draw(settings, numbers);
            Assert.True(map.I > 0.1, $"the middle of the view lies behind it: {map}");
        }
    }

    private static void AssertMaps(Homography map, double x, double y, double toX, double toY)
    {
        (double X, double Y) point = map.Map(x, y);
        Assert.Equal(toX, point.X, 9);
        Assert.Equal(toY, point.Y, 9);
    }
}
