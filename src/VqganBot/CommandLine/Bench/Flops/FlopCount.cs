namespace VqganBot.CommandLine.Bench;

/// <summary>
/// Adds up floating-point operations, a multiplication and an addition each as one. Backward goes to the inputs only, as
/// with frozen weights: a layer costs as much again, a product of two activations twice as much.
/// </summary>
internal sealed class FlopCount
{
    public double Forward { get; private set; }

    public double Backward { get; private set; }

    public double Total => Forward + Backward;

    public void Convolution(double channels, double outChannels, double kernel, double outPixels) =>
        Layer(2 * channels * outChannels * kernel * kernel * outPixels);

    public void Linear(double rows, double width, double outWidth) => Layer(2 * rows * width * outWidth);

    /// <summary>[batch, rows, inner] · [batch, inner, columns], where a gradient goes to both.</summary>
    public void Product(double batch, double rows, double inner, double columns)
    {
        var operations = 2 * batch * rows * inner * columns;
        Forward += operations;
        Backward += 2 * operations;
    }

    /// <summary>[rows, inner] · [inner, columns] through which no gradient goes.</summary>
    public void Lookup(double rows, double inner, double columns) => Forward += 2 * rows * inner * columns;

    private void Layer(double operations)
    {
        Forward += operations;
        Backward += operations;
    }
}
