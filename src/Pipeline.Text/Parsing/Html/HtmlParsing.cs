using AngleSharp;
using AngleSharp.Browser;
using AngleSharp.Html.Parser;

namespace Pipeline.Text.Parsing.Html;

/// <summary>How markup is made into a tree.</summary>
internal static class HtmlParsing
{
    // Pages are decoded before they are parsed. What looks for an encoding in meta elements copies their text at every letter.
    private static readonly IConfiguration Services = Configuration.Default.Without<IMetaHandler>();

    // Nothing is loaded, nothing is kept that only editors need. Scripting is said to be there, so that what stands in noscript
    // is no markup; there is none, and no script is run.
    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = true,
        IsKeepingSourceReferences = false,
        IsNotSupportingFrames = true,
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
    };

    /// <summary>Returns a parser, for one document.</summary>
    public static HtmlParser CreateParser() => new(Options, BrowsingContext.New(Services));
}
