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

    /// <summary>The questions and answers beside the text.</summary>
    Faq,
}

/// <summary>Tells the parts of an article apart.</summary>
internal static class ArticleZones
{
    // About the first two paragraphs of a news text. Chosen on the development half of the labelled articles.
    private const int LeadTokens = 80;

    /// <summary>Gives the part of each token.</summary>
    /// <param name="text">The title, text and FAQ of an article as one text.</param>
    /// <param name="blocks">The article's blocks.</param>
    public static Zone[] Of(TaggedText text, IReadOnlyList<Block> blocks)
    {
        var zones = new Zone[text.Tokens.Length];
        var bodyTokens = 0;
        var block = 0;
        for (var i = 0; i < zones.Length; i++)
        {
            var start = text.Tokens[i].Start;
            if (start < text.BodyStart)
            {
                zones[i] = Zone.Title;
                continue;
            }

            if (start >= text.BodyEnd)
            {
                zones[i] = Zone.Faq;
                continue;
            }

            while (block < blocks.Count && blocks[block].Span.End + text.BodyStart <= start)
            {
                block++;
            }

            var isHeading = block < blocks.Count && blocks[block].Kind == BlockKind.Heading && blocks[block].Span.Start + text.BodyStart <= start;
            zones[i] = isHeading ? Zone.Heading : bodyTokens < LeadTokens ? Zone.Lead : Zone.Body;
            bodyTokens++;
        }

        return zones;
    }
}
