using System.Text.Json.Serialization;

namespace Pipeline.Text;

/// <summary>A range of an article's plain text.</summary>
/// <param name="Start">The offset of the first character, in UTF-16 code units.</param>
/// <param name="Length">The length, in UTF-16 code units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Gets the offset just past the last character, in UTF-16 code units.</summary>
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>Returns the span between two offsets.</summary>
    /// <param name="start">The offset of the first character.</param>
    /// <param name="end">The offset just past the last character.</param>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
