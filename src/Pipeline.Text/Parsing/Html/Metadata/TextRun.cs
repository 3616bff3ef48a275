using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>A piece of visible text that no element parts.</summary>
/// <param name="Text">The text: one line, cut at <see cref="MaxLength"/>.</param>
/// <param name="Length">Its length before that.</param>
/// <param name="Parent">The element that it stands in.</param>
/// <param name="Spaced">Whether white space parts it from the piece before.</param>
/// <param name="Block">A number that pieces of one line of the page share.</param>
internal readonly record struct TextRun(string Text, int Length, IElement Parent, int Block, bool Spaced)
{
    /// <summary>The longest text kept: headlines, bylines and date lines are shorter.</summary>
    public const int MaxLength = 400;
}
