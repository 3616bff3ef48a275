namespace Pipeline.Text.Parsing.PlainText;

/// <summary>The lines above the body, read, and the lines that are left.</summary>
/// <param name="Fields">What the header says.</param>
/// <param name="Body">The lines of the body: what of the header is text (a standfirst) comes first.</param>
internal sealed record Header(HeaderFields Fields, IReadOnlyList<TextLine> Body);
