namespace Pipeline.Text.Parsing.Structure;

/// <summary>A paragraph, heading or list item on its way into an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text: one line, without markers.</param>
/// <param name="Level">The level of a heading that is marked as one, from 1; 0 for one known by its look, and for all else.</param>
internal readonly record struct Passage(BlockKind Kind, string Text, int Level = 0)
{
    /// <summary>Gets a value indicating whether this is a heading that the file marks as one.</summary>
    public bool IsMarkedHeading => Kind == BlockKind.Heading && Level > 0;
}
