using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Turns the blocks of a page into rows of numbers for the model. The order of the numbers is part of the model.</summary>
internal static class BlockFeatures
{
    /// <summary>How many numbers a block has.</summary>
    public const int Count = OwnCount + PlaceCount + NearCount + PageCount;

    private const int OwnCount = 56;
    private const int PlaceCount = ElementFacts.TopicCount + 42;
    private const int NearCount = 54;
    private const int PageCount = 20;

    // A page of more words says no more.
    private const float MaxWords = 400;

    /// <summary>Returns the rows of all blocks, one after the other.</summary>
    public static float[] Of(PageBlocks page, PageFacts facts, CancellationToken cancellationToken)
    {
        var blocks = page.Blocks;
        var values = new float[blocks.Count * Count];
        var context = new FeatureContext(page, facts);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i % 256 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var row = new FeatureRow(values.AsSpan(i * Count, Count));
            AddOwn(ref row, blocks[i], facts);
            AddPlace(ref row, context, i);
            AddNear(ref row, blocks, i);
            AddPage(ref row, context, i);
            System.Diagnostics.Debug.Assert(row.Count == Count, "Every feature is written.");
        }

        return values;
    }

    private static void AddOwn(ref FeatureRow row, BlockFacts facts, PageFacts page)
    {
        var (block, shape) = (facts.Block, facts.Shape);
        row.Add(Math.Min(shape.Words, MaxWords));
        row.Add(block.Text.Length);
        row.AddShare(block.Text.Length, shape.Words);
        row.Add(facts.LinkDensity);
        row.AddShare(block.BoldLength, block.Text.Length);
        row.Add(shape.Terminators);
        row.AddShare(shape.Terminators, shape.Words);
        row.AddShare(shape.Commas, shape.Words);
        row.AddShare(shape.Capitalised, shape.Words);
        row.AddShare(shape.Capitals, shape.Words);
        row.AddShare(shape.Digits, block.Text.Length);
        row.AddShare(shape.Letters, block.Text.Length);
        row.Add(shape.Quotes);
        row.Add(shape.Separators);
        row.AddShare(shape.FunctionWords, shape.Words);
        row.Add(facts.EndsSentence);
        row.Add(SentenceShape.EndsInQuestion(block.Text));
        row.Add(block.Text[^1] == ':');
        row.Add(char.IsLower(block.Text[0]));
        row.Add(char.IsDigit(block.Text[0]));
        row.Add(block.Text[0] is '(' or '[' or '*');
        row.Add(block.Text.StartsWith("by ", StringComparison.OrdinalIgnoreCase));
        row.Add((int)block.Kind);
        row.Add(block.Level);
        row.Add(block.IsHidden);
        row.Add(facts.IsProse);
        row.Add(block.Text.Contains('@', StringComparison.Ordinal));
        row.Add(block.Text.Contains("http", StringComparison.Ordinal) || block.Text.Contains("www.", StringComparison.Ordinal));
        for (var cue = 0; cue <= (int)PhraseCue.Appealing; cue++)
        {
            row.Add((facts.Cues >> cue & 1) != 0);
        }

        row.Add(Tag(facts.Element));
        row.Add(facts.Element.Parent is { } parent ? Tag(parent) : -1);
        row.Add(block.Text[0] is '#' or '•' or '-' or '–' or '—' or '»' or '→');
        row.Add(block.Text.Length < 200 && block.Text.AsSpan().ContainsAnyInRange('0', '9') && block.Text.Contains("20", StringComparison.Ordinal));
        row.Add(block.Element.ChildElementCount);
        row.AddShare(block.ItalicLength, block.Text.Length);
        row.Add(block.FollowsMedia);
        row.Add(block.FollowsRule);
        row.Add(facts.Words.Mean);
        row.Add(facts.Words.Lowest);
        row.Add(facts.Words.Opening);
        row.Add((facts.EdgeCues >> (int)EdgeCue.OpensWithPointer & 1) != 0);
        row.Add((facts.EdgeCues >> (int)EdgeCue.EndsInCredit & 1) != 0);
        row.Add(page.Authors.Any(author => block.Text.Contains(author, StringComparison.OrdinalIgnoreCase)));
        row.Add(page.Site.Length > 0 && block.Text.Contains(page.Site, StringComparison.OrdinalIgnoreCase));
        row.Add(block.Text.EndsWith("...", StringComparison.Ordinal) || block.Text.EndsWith('…') || block.Text.EndsWith("[…]", StringComparison.Ordinal));
    }

    private static float Tag(ElementFacts facts) => facts.Element.LocalName switch
    {
        "p" => 0,
        "h1" => 1,
        "h2" => 2,
        "h3" or "h4" or "h5" or "h6" => 3,
        "li" => 4,
        "td" or "th" or "tr" => 5,
        "blockquote" => 6,
        "figcaption" => 7,
        "div" => 8,
        "section" => 9,
        "article" => 10,
        "ul" or "ol" => 11,
        "dd" or "dt" => 12,
        "body" => 13,
        "header" => 14,
        "footer" => 15,
        "aside" => 16,
        _ => 17,
    };

    private static void AddPlace(ref FeatureRow row, FeatureContext context, int index)
    {
        var page = context.Page;
        var facts = page.Blocks[index];
        var element = facts.Element;
        for (var topic = 0; topic < ElementFacts.TopicCount; topic++)
        {
            row.Add(Math.Min(element.Distance((ElementTopic)topic), 15));
        }

        row.Add(element.Depth);
        row.Add(element.NameScore);
        row.Add(element.Parent?.NameScore ?? 0);
        row.Add(element.Up(2).NameScore);
        row.Add(element.LowestNameScore);
        row.Add(element.HighestNameScore);
        row.Add(element.NameScoreSum);
        for (var level = 1; level <= 4; level++)
        {
            var up = element.Up(level);
            row.Add(Math.Min(up.Words, 5000));
            row.Add(Math.Min(up.Blocks, 500));
            row.AddShare(up.LinkWords, up.Words);
            row.AddShare(up.ProseWords, page.ProseWords);
            row.AddShare(up.ProseWords, up.Words);
            row.Add(Math.Min(index - up.FirstBlock, 200));
        }

        foreach (var up in (ReadOnlySpan<ElementFacts>)[element, element.Up(1), element.Up(2)])
        {
            var (count, words) = page.Kinds.GetValueOrDefault(up.Signature);
            row.Add(Math.Min(count, 200));
            row.AddShare(words, count);
        }

        var (toAnchor, inAnchor, below) = context.ToAnchor(element);
        row.Add(toAnchor);
        row.Add(inAnchor);
        row.Add(below);
        row.Add(context.PlaceInAnchor(index));
        row.Add(Math.Min(page.Repeats[facts.Block.Text], 20));
    }

    private static void AddNear(ref FeatureRow row, IReadOnlyList<BlockFacts> blocks, int index)
    {
        var self = blocks[index];
        foreach (var offset in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            if (index + offset < 0 || index + offset >= blocks.Count)
            {
                for (var i = 0; i < 11; i++)
                {
                    row.Add(-1);
                }

                continue;
            }

            var near = blocks[index + offset];
            row.Add(Math.Min(near.Shape.Words, MaxWords));
            row.Add(near.LinkDensity);
            row.Add((int)near.Block.Kind);
            row.Add(near.IsProse);
            row.Add(near.EndsSentence);
            row.Add(near.Element.Parent == self.Element.Parent);
            row.Add(near.Element.Signature == self.Element.Signature);
            row.Add(near.Element.Depth - self.Element.Depth);
            row.Add(near.Cues);
            row.Add(near.Block.FollowsMedia);
            row.Add(near.Words.Mean);
        }

        foreach (var (from, to) in (ReadOnlySpan<(int From, int To)>)[(-4, -1), (1, 4), (-12, -1), (1, 12)])
        {
            float words = 0, links = 0, prose = 0;
            for (var i = Math.Max(0, index + from); i <= Math.Min(blocks.Count - 1, index + to); i++)
            {
                words += blocks[i].Shape.Words;
                links += blocks[i].Shape.Words * blocks[i].LinkDensity;
                prose += blocks[i].IsProse ? blocks[i].Shape.Words : 0;
            }

            row.Add(Math.Min(prose, 1000));
            row.AddShare(links, words);
        }

        row.Add(DistanceToProse(blocks, index, -1));
        row.Add(DistanceToProse(blocks, index, 1));
    }

    private static float DistanceToProse(IReadOnlyList<BlockFacts> blocks, int index, int step)
    {
        for (var distance = 1; distance <= 20; distance++)
        {
            var at = index + (distance * step);
            if (at < 0 || at >= blocks.Count)
            {
                break;
            }

            if (blocks[at].IsProse)
            {
                return distance;
            }
        }

        return 21;
    }

    private static void AddPage(ref FeatureRow row, FeatureContext context, int index)
    {
        var page = context.Page;
        var facts = page.Blocks[index];
        row.AddShare(index, page.Blocks.Count);
        row.Add(Math.Min(index, 300));
        row.Add(Math.Min(page.Blocks.Count - index, 300));
        row.AddShare(context.WordsBefore(index), page.Words);
        row.AddShare(context.ProseBefore(index), page.ProseWords);
        row.Add(Math.Min(context.ProseBefore(index), 2000));
        row.Add(Math.Min(page.ProseWords - context.ProseBefore(index), 2000));
        row.Add(Math.Min(page.Words, 10000));
        row.Add(Math.Min(page.ProseWords, 5000));
        row.Add(Math.Min(page.ProseBlocks, 300));
        row.AddShare(page.ProseWords, page.Words);
        row.Add(context.TitleMatch(index));
        row.Add(Math.Clamp(index - context.TitleBlock, -100, 200));
        row.Add(context.TitleBlock >= 0);
        row.Add(context.DescriptionMatch(index));
        row.Add(context.BodyMatch(index));
        row.Add(context.BodyCoverage);
        row.Add(context.AfterHeading(index, out var level));
        row.Add(level);
        row.Add(Math.Min(context.SinceLongLinkRun(index), 100));
    }
}
