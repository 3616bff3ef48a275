namespace Pipeline.Text.Matching;

/// <summary>One word or number of a text.</summary>
/// <param name="Start">The offset of the first character, in UTF-16 code units.</param>
/// <param name="Length">The length in UTF-16 code units, without a possessive ending.</param>
/// <param name="Sentence">The number of its sentence, from 0.</param>
/// <param name="Paragraph">The number of its paragraph, from 0.</param>
/// <param name="AfterBreak">Whether punctuation that no phrase reaches across stands before it.</param>
/// <param name="Shouted">Whether its sentence is written in capitals throughout, so that its own capitals say nothing.</param>
internal readonly record struct TextToken(int Start, int Length, int Sentence, int Paragraph, bool AfterBreak, bool Shouted)
{
    /// <summary>Gets the offset just past the last character, in UTF-16 code units.</summary>
    public int End => Start + Length;
}
