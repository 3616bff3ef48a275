namespace Pipeline.Text.Tagging.Actors;

/// <summary>A word of a sentence.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset past its last character, without the possessive ending.</param>
/// <param name="FullEnd">The offset past its last character, possessive ending included.</param>
/// <param name="Gap">
/// What stands before it: a space, a hyphen, a full stop that an abbreviation ended with, a comma, an opening bracket, or
/// <c>*</c> for anything else. The first word of a sentence has <c>*</c>.
/// </param>
internal readonly record struct Word(int Start, int End, int FullEnd, char Gap)
{
    /// <summary>Gets a value indicating whether the possessive ending stands after it.</summary>
    public bool IsPossessive => FullEnd > End;
}
