namespace TorchSharp;

/// <summary>Something of CUDA's that is held by a native pointer, and given back when it is disposed or at the latest by the finalizer.</summary>
public abstract class CudaObject : IDisposable
{
    private nint _handle;

    private protected CudaObject(nint handle) => _handle = handle;

    ~CudaObject() => GiveBack();

    internal nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(GetType().Name);

    public void Dispose()
    {
        GiveBack();
        GC.SuppressFinalize(this);
    }

    private protected abstract void Release(nint handle);

    private void GiveBack()
    {
        if (Interlocked.Exchange(ref _handle, 0) is not 0 and var handle)
            Release(handle);
    }
}
