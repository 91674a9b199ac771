namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: "cpu", "cuda" or "cuda:1".</summary>
    public sealed class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(string deviceType, int index = -1)
        {
            var (name, number) = Split(deviceType);
            type = name;
            this.index = number ?? index;
        }

        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <value>-1 for the device that is current.</value>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => index < 0 ? Name : $"{Name}:{index}";

        private string Name => type.ToString().ToLowerInvariant();

        private static (DeviceType Type, int? Index) Split(string description)
        {
            var parts = description.Split(':');
            if (parts.Length <= 2 && Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var type) && Enum.IsDefined(type))
            {
                if (parts.Length == 1)
                    return (type, null);
                if (int.TryParse(parts[1], out var index))
                    return (type, index);
            }
            throw new ArgumentException($"'{description}' names no device; \"cpu\", \"cuda\" and \"cuda:1\" do.", nameof(description));
        }
    }
}
