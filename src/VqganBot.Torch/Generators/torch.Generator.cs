using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers of its own.</summary>
    public sealed unsafe class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            nint made;
            Native.Check(Native.shim_generator_new(seed, (int)this.device.type, this.device.index, &made));
            _handle = made;
        }

        private Generator(nint handle)
        {
            device = CPU;
            _handle = handle;
        }

        ~Generator() => Release();

        /// <value>The stream used where none is given.</value>
        public static Generator Default
        {
            get
            {
                nint handle;
                Native.Check(Native.shim_generator_default(&handle));
                return new Generator(handle);
            }
        }

        public Device device { get; }

        internal nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Starts the stream anew from this seed.</summary>
        public Generator manual_seed(long seed)
        {
            Native.Check(Native.shim_generator_set_seed(Handle, unchecked((ulong)seed)));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Draws a fresh seed from the system and returns it.</summary>
        public long seed() => Seed(fresh: 1);

        /// <summary>The seed the stream began with.</summary>
        public long initial_seed() => Seed(fresh: 0);

        public Tensor get_state()
        {
            nint state;
            Native.Check(Native.shim_generator_get_state(Handle, &state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Native.Check(Native.shim_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private long Seed(int fresh)
        {
            ulong seed;
            Native.Check(Native.shim_generator_seed(Handle, fresh, &seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                Native.shim_generator_release(handle);
        }
    }
}
