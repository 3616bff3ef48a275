using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Assembly;

/// <summary>The text of an article and where its blocks stand in it.</summary>
/// <param name="Text">The blocks, joined by a blank line.</param>
/// <param name="Blocks">The blocks in reading order.</param>
internal sealed record ArticleBody(string Text, IReadOnlyList<Block> Blocks)
{
    private const string Separator = "\n\n";

    /// <summary>Joins passages.</summary>
    public static ArticleBody Join(IReadOnlyList<Passage> passages)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(passages.Count);
        foreach (var passage in passages)
        {
            if (text.Length > 0)
            {
                text.Append(Separator);
            }

            blocks.Add(new Block(passage.Kind, new TextSpan(text.Length, passage.Text.Length)));
            text.Append(passage.Text);
        }

        return new ArticleBody(text.ToString(), blocks);
    }
}
