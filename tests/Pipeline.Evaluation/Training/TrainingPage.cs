using System.Text.RegularExpressions;
using Pipeline.Evaluation.Data;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Html;
using Pipeline.Text.Parsing.Html.Blocks;
using Pipeline.Text.Parsing.Html.Content;
using Pipeline.Text.Parsing.Html.Decoding;
using Pipeline.Text.Parsing.Html.Metadata;

namespace Pipeline.Evaluation.Training;

/// <summary>A labelled page to learn from.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Gold">Its labels.</param>
internal sealed partial record TrainingPage(PageFolder Folder, GoldPage Gold)
{
    /// <summary>Gets a number from 0 to 255 that sorts pages into folds.</summary>
    public int Part => Parts.Number(Gold.Id);

    /// <summary>Gets the words of the article, as the labels compare them.</summary>
    public string[] GoldWords => Words(Gold.Sections.Count > 0 ? string.Join("\n\n", Gold.Sections) : Gold.Text ?? string.Empty);

    /// <summary>Reads the pages of a folder.</summary>
    public static IEnumerable<TrainingPage> ReadFolder(PageFolder folder) => folder.Pages.Select(page => new TrainingPage(folder, page));

    /// <summary>Reads the page as the product does.</summary>
    public ParsedItem Parse(ArticleParser parser, CancellationToken cancellationToken) =>
        parser.Parse(new SourceFile(PageFolder.SourceName(Gold), Folder.ReadPage(Gold)), cancellationToken)[0];

    /// <summary>Reads the blocks and what the page says of itself.</summary>
    public (List<HtmlBlock> Blocks, PageFacts Facts) Read()
    {
        var document = HtmlParsing.CreateParser().ParseDocument(HtmlDecoder.Decode(Folder.ReadPage(Gold), mediaType: null).Text ?? string.Empty);
        var page = HtmlPage.Read(document, address: null, CancellationToken.None);
        return (BlockReader.Read(document.Body ?? document.DocumentElement, CancellationToken.None), PageFactsReader.Read(page, HtmlMetadataReader.Read(page, received: null)));
    }

    /// <summary>Returns the words of a text, as the labels compare them.</summary>
    public static string[] Words(string text) => [.. WordPattern().Matches(text).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordPattern();
}
