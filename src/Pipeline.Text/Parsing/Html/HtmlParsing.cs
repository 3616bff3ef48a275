using AngleSharp.Html.Parser;

namespace Pipeline.Text.Parsing.Html;

/// <summary>How markup is made into a tree.</summary>
internal static class HtmlParsing
{
    /// <summary>Gets the options: nothing is loaded, nothing is kept that only editors need.</summary>
    /// <remarks>Scripting is said to be there, so that what stands in <c>noscript</c> is no markup; there is none, and no script is run.</remarks>
    public static HtmlParserOptions Options { get; } = new()
    {
        IsScripting = true,
        IsKeepingSourceReferences = false,
        IsNotSupportingFrames = true,
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
    };
}
