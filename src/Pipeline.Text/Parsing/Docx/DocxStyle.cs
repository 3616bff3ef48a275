namespace Pipeline.Text.Parsing.Docx;

/// <summary>What a style says of a paragraph.</summary>
internal enum DocxRole
{
    Text,
    Title,
    Subtitle,
    Heading,
    Quote,
    ListItem,
    Author,
    Date,

    /// <summary>No part of the article: a caption, a head, a table of contents.</summary>
    Furniture,
}

/// <summary>What a style says of its paragraphs.</summary>
/// <param name="Role">What they are.</param>
/// <param name="Level">The level of headings, from 1; else 0.</param>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Hidden">Whether their text is hidden.</param>
internal sealed record DocxStyle(DocxRole Role, int Level, bool Bold, bool Hidden)
{
    /// <summary>Gets the style of plain text.</summary>
    public static DocxStyle Default { get; } = new(DocxRole.Text, 0, false, false);
}
