namespace Pipeline.Evaluation.Data;

/// <summary>A folder of labelled pages: <c>gold.jsonl</c>, and the pages in <c>html</c> beside it, compressed with gzip or not.</summary>
internal sealed class PageFolder
{
    private const string PagesFolder = "html";
    private const string GZipExtension = ".gz";

    private readonly string _path;

    private PageFolder(string path, IReadOnlyList<GoldPage> pages)
    {
        _path = path;
        Pages = pages;
    }

    /// <summary>Gets the folder's own name.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_path)));

    /// <summary>Gets the labels, in the order of the file.</summary>
    public IReadOnlyList<GoldPage> Pages { get; }

    /// <summary>Opens a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="part">Which of its pages.</param>
    /// <exception cref="EvaluationException">The labels cannot be read, or there are none.</exception>
    public static PageFolder Open(string path, Part part)
    {
        var pages = GoldPage.ReadAll(Path.Combine(path, "gold.jsonl")).Where(page => part.Holds(page.Id)).ToList();
        return pages.Count > 0 ? new PageFolder(path, pages) : throw new EvaluationException($"There is no page of that part in {path}.");
    }

    /// <summary>Reads a page's bytes, decompressed: what the product makes of gzip is no matter here.</summary>
    /// <exception cref="EvaluationException">The page's file is not named, or not there.</exception>
    public byte[] ReadPage(GoldPage page)
    {
        using var stream = JsonLines.Open(Path.Combine(_path, PagesFolder, FileName(page)));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Returns the name of a page's file, without what says that it is compressed.</summary>
    public static string SourceName(GoldPage page)
    {
        var name = FileName(page);
        return name.EndsWith(GZipExtension, StringComparison.OrdinalIgnoreCase) ? name[..^GZipExtension.Length] : name;
    }

    private static string FileName(GoldPage page) => page.HtmlFile ?? throw new EvaluationException($"The page {page.Id} names no file.");
}
