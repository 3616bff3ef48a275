using Pipeline.Text.Matching;

namespace Pipeline.Text.Tagging;

/// <summary>The part of an article where a word stands.</summary>
internal enum Zone : byte
{
    /// <summary>Anywhere else in the text.</summary>
    Body,

    /// <summary>The title that the file names.</summary>
    Title,

    /// <summary>The beginning of the text.</summary>
    Lead,

    /// <summary>A heading inside the text.</summary>
    Heading,
}

/// <summary>Tells the parts of an article apart.</summary>
internal static class ArticleZones
{
    // About the first two paragraphs of a news text. Chosen on the development half of the labelled articles.
    private const int LeadTokens = 80;

    /// <summary>Gives the part of each token.</summary>
    /// <param name="article">The article.</param>
    /// <param name="headLength">How many characters of title stand before the text.</param>
    /// <param name="tokens">The tokens of title and text.</param>
    public static Zone[] Of(Article article, int headLength, ReadOnlySpan<TextToken> tokens)
    {
        var zones = new Zone[tokens.Length];
        var bodyTokens = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            zones[i] = tokens[i].Start < headLength ? Zone.Title : bodyTokens++ < LeadTokens ? Zone.Lead : Zone.Body;
        }

        foreach (var block in article.Blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                MarkHeading(tokens, zones, block.Span.Start + headLength, block.Span.End + headLength);
            }
        }

        return zones;
    }

    private static void MarkHeading(ReadOnlySpan<TextToken> tokens, Zone[] zones, int start, int end)
    {
        for (var i = 0; i < tokens.Length && tokens[i].Start < end; i++)
        {
            if (tokens[i].Start >= start)
            {
                zones[i] = Zone.Heading;
            }
        }
    }
}
