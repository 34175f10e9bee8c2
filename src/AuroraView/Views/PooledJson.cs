using AuroraView.Engine;

namespace AuroraView.Views;

/// <summary>JSON text in an array of the shared pool, which whoever takes it gives back.</summary>
internal readonly struct PooledJson(byte[] array, int length)
{
    internal byte[] Array { get; } = array;

    internal int Length { get; } = length;

    internal static PooledJson Copy(ReadOnlySpan<byte> json)
    {
        var array = json.IsEmpty ? [] : ByteArrays.Rent(json.Length);
        json.CopyTo(array);
        return new PooledJson(array, json.Length);
    }
}
