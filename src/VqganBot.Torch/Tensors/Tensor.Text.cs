using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const int ShownElements = 6;

        /// <summary>Shape, type, device, and the values of a small tensor.</summary>
        public override string ToString()
        {
            if (IsInvalid)
                return "disposed tensor";
            var head = $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
            if (NumberOfElements is 0 or > ShownElements || device_type == DeviceType.META)
                return head;
            using var scope = NewDisposeScope();
            using var mode = no_grad();
            var values = detach().to(ScalarType.Float64, CPU).contiguous().data<double>();
            return $"{head}, value = {string.Join(", ", values.Select(it => it.ToString("g5", CultureInfo.InvariantCulture)))}";
        }
    }
}
