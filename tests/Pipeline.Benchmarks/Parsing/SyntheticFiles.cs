using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Text.Parsing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>A file of each format, with that much text. Formats of many articles hold one of 4 KB for each 4 KB of text.</summary>
internal static class SyntheticFiles
{
    private const int ArticleLength = 4_000;
    private const string Title = "Offices count the cases of the week";

    /// <summary>Gets the formats, each with what makes a file of about that many characters of text.</summary>
    public static IReadOnlyDictionary<string, Func<int, SourceFile>> Formats { get; } = new Dictionary<string, Func<int, SourceFile>>(StringComparer.Ordinal)
    {
        ["text"] = size => File("article.txt", Plain(size)),
        ["html"] = size => File("article.html", Html(size)),
        ["markdown"] = size => File("article.md", $"---\ntitle: {Title}\ndate: 2024-05-02\nauthor: Jane Doe\n---\n\n{Plain(size)}"),
        ["json"] = size => File("article.json", Json(Title, Plain(size))),
        ["jsonl"] = size => File("articles.jsonl", string.Join('\n', Articles(size, (title, text, _) => Json(title, text)))),
        ["nitf"] = size => File("article.xml", Nitf(size)),
        ["newsml"] = size => File("news.xml", NewsMl(size)),
        ["rss"] = size => File("feed.xml", Rss(size)),
        ["atom"] = size => File("feed.xml", Atom(size)),
        ["mhtml"] = size => File("page.mhtml", SavedPage(size)),
        ["mail"] = size => File("article.eml", Mail(size)),
        ["mbox"] = size => File("articles.mbox", Mailbox(size)),
        ["pdf"] = size => new SourceFile("article.pdf", Pdf(size)),
        ["docx"] = size => new SourceFile("article.docx", Docx(size)),
        ["gzip"] = size => new SourceFile("article.html.gz", GZip(Encoding.UTF8.GetBytes(Html(size)))),
        ["zip"] = size => new SourceFile("articles.zip", Zip(size)),
        ["warc"] = size => File("pages.warc", string.Concat(WarcRecords(size))),
        ["warc.gz"] = size => new SourceFile("pages.warc.gz", WarcRecords(size).SelectMany(record => GZip(Encoding.UTF8.GetBytes(record))).ToArray()),
    };

    private static SourceFile File(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    private static string Plain(int size) => string.Join("\n\n", SyntheticText.Paragraphs(size));

    private static IEnumerable<string> Articles(int size, Func<string, string, int, string> write)
    {
        var text = Plain(Math.Min(size, ArticleLength));
        return Enumerable.Range(1, Math.Max(1, size / ArticleLength)).Select(number =>
            write(string.Create(CultureInfo.InvariantCulture, $"{Title}, part {number}"), string.Create(CultureInfo.InvariantCulture, $"Part {number} of the count is out now. {text}"), number));
    }

    private static string Html(int size) => HtmlOf(Title, SyntheticText.Paragraphs(size));

    private static string HtmlOf(string title, IEnumerable<string> paragraphs)
    {
        var links = string.Concat(Enumerable.Range(1, 40).Select(number => $"<li><a href=\"/section/{number}\">Section {number}</a></li>"));
        var body = string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"));
        return $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | Example</title><meta property=\"og:title\" content=\"{title}\">"
            + "<meta property=\"article:published_time\" content=\"2024-05-02T10:00:00Z\"><meta name=\"author\" content=\"Jane Doe\"></head><body>"
            + $"<nav><ul>{links}</ul></nav><main><article><h1>{title}</h1><div class=\"story\">{body}</div></article>"
            + $"<aside><h2>Related</h2><ul>{links}</ul></aside></main><footer>Example, all rights reserved. <a href=\"/about\">About</a></footer></body></html>";
    }

    private static string Json(string title, string text) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "NewsArticle",
        ["headline"] = title,
        ["datePublished"] = "2024-05-02T10:00:00Z",
        ["articleBody"] = text,
    });

    private static string Nitf(int size) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><nitf><head><title>{Title}</title></head><body><body.head><hedline><hl1>{Title}</hl1></hedline></body.head><body.content>"
        + string.Concat(SyntheticText.Paragraphs(size).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>")) + "</body.content></body></nitf>";

    private static string NewsMl(int size) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
        + string.Concat(Articles(size, (title, text, number) =>
            $"<newsItem guid=\"urn:{number}\" version=\"1\"><itemMeta><versionCreated>2024-05-02T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>{title}</headline></contentMeta>"
            + "<contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
            + string.Concat(text.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>")) + "</body></html></inlineXML></contentSet></newsItem>"))
        + "</itemSet></newsMessage>";

    private static string SavedPage(int size) =>
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n"
        + $"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://example.org/1\r\n\r\n{Html(size)}\r\n--b--\r\n";

    private static string Rss(int size) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Example</title><link>https://example.org/</link>"
        + string.Concat(Articles(size, (title, text, number) =>
            $"<item><title>{title}</title><link>https://example.org/{number}</link><guid>{number}</guid><pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate><content:encoded>"
            + WebUtility.HtmlEncode(string.Concat(text.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"))) + "</content:encoded></item>"))
        + "</channel></rss>";

    private static string Atom(int size) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Example</title>"
        + string.Concat(Articles(size, (title, text, number) =>
            $"<entry><id>https://example.org/{number}</id><title>{title}</title><published>2024-05-02T10:00:00Z</published><content type=\"html\">"
            + WebUtility.HtmlEncode(string.Concat(text.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>"))) + "</content></entry>"))
        + "</feed>";

    private static string Mail(int size) => MailOf(Title, Plain(size), 0);

    private static string Mailbox(int size) =>
        string.Concat(Articles(size, (title, text, number) => $"From jane@example.org Thu May  2 10:00:00 2024\n{MailOf(title, text, number)}\n")).ReplaceLineEndings("\n");

    private static string MailOf(string title, string text, int number) =>
        $"From: Jane Doe <jane@example.org>\r\nTo: desk@example.org\r\nSubject: {title}\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\nMessage-ID: <{number}@example.org>\r\nMIME-Version: 1.0\r\n"
        + $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text.ReplaceLineEndings("\r\n")}\r\n";

    private static byte[] Pdf(int size)
    {
        const int LineLength = 90, LinesOnPage = 48;
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.Helvetica);
        var lines = SyntheticText.Paragraphs(size).SelectMany(paragraph => Wrap(paragraph, LineLength)).Chunk(LinesOnPage);
        foreach (var page in lines)
        {
            var builder = document.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            for (var line = 0; line < page.Length; line++)
            {
                if (page[line].Length > 0)
                {
                    builder.AddText(page[line], 11, new PdfPoint(60, 780 - (line * 15)), font);
                }
            }
        }

        return document.Build();
    }

    /// <summary>Breaks a paragraph into lines, an empty one at its end.</summary>
    private static IEnumerable<string> Wrap(string paragraph, int length)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= length)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
            }

            line.Append(word).Append(' ');
        }

        yield return line.ToString().TrimEnd();
        yield return string.Empty;
    }

    private static byte[] Docx(int size)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(SyntheticText.Paragraphs(size).Select(paragraph => new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(paragraph)))));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static byte[] GZip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(int size)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (index, article) in Articles(size, (title, text, _) => $"{title}\n\n{text}").Index())
            {
                using var entry = archive.CreateEntry($"{index}.txt").Open();
                entry.Write(Encoding.UTF8.GetBytes(article));
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> WarcRecords(int size) => Articles(size, (title, text, number) =>
    {
        var page = HtmlOf(title, text.Split("\n\n"));
        var response = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n\r\n{page}";
        return $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\nWARC-Date: 2024-05-02T10:00:00Z\r\n"
            + $"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:D12}>\r\nContent-Type: application/http; msgtype=response\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(response)}\r\n\r\n{response}\r\n\r\n";
    });
}
