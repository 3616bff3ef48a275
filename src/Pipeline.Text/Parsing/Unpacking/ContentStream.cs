using System.Runtime.InteropServices;

namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>Opens bytes in memory as a stream, without copying them.</summary>
internal static class ContentStream
{
    public static Stream Open(ReadOnlyMemory<byte> content) => MemoryMarshal.TryGetArray(content, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(content.ToArray(), writable: false);
}
