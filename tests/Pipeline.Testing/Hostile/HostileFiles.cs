using System.Text;
using Pipeline.Testing.Archives;
using Pipeline.Testing.Mutations;
using Pipeline.Text.Parsing;

namespace Pipeline.Testing.Hostile;

/// <summary>Files of any length up to the longest that the parser takes, each made so that a careless reader needs time or memory by the square of their length, or a stack as deep as they are.</summary>
public static class HostileFiles
{
    private const string Page = "<!DOCTYPE html><html><head><title>Ferry line is sold</title></head><body><h1>Ferry line is sold</h1><p>The ferry line between the islands was sold on Thursday to a company.</p>";
    private const string Prose = "The ferry line between the islands was sold on Thursday to a company that runs two others. ";
    private const string Mail = "From: Jane Doe <jane@news.example>\r\nSubject: Ferry line is sold\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";
    private const string Rss = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Example</title>";
    private const string Nitf = "<?xml version=\"1.0\"?><nitf><head><title>Ferry</title></head><body><body.content>";
    private const string Article = "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\"articleBody\":\"";

    // No format can tell more of one file than this many different names do.
    private const int Names = 200_000;

    /// <summary>Returns the files by name, each made when it is asked for.</summary>
    /// <param name="size">About how many bytes each shall have.</param>
    public static IReadOnlyDictionary<string, Func<SourceFile>> Of(int size)
    {
        var files = new Dictionary<string, Func<SourceFile>>(StringComparer.Ordinal);

        void Repeat(string name, string file, string head, string unit, string tail = "") => files[name] = () => Make(file, head, Filled(unit, size - head.Length - tail.Length), tail);
        void Numbered(string name, string file, string head, Func<int, string> unit, string tail = "") => files[name] = () => Make(file, head, string.Concat(Units(unit, size - head.Length - tail.Length)), tail);

        Repeat("text no break", "a.txt", "", "a");
        Repeat("text one line", "a.txt", "", Prose);
        Repeat("text short lines", "a.txt", "", "a\n");
        Repeat("text short paragraphs", "a.txt", "", "a b.\n\n");
        Repeat("text spaces", "a.txt", Prose, " ", "a");
        Repeat("text hyphens at line ends", "a.txt", Prose, "compa-\n");
        Repeat("text combining marks", "a.txt", Prose, "\u0301\u0316");
        Repeat("text quotations", "a.txt", "", "\"We will go on as we did,\" he said. ");
        Repeat("text quotations in paragraphs", "a.txt", "", "\"We will go on as we did,\" said Ann Roe.\n\n");
        Repeat("text open quotes", "a.txt", Prose, "\u201Ca ");
        Repeat("text single quotes", "a.txt", Prose, "'a ");
        Repeat("text capitals", "a.txt", Prose + "\"We go,\" said ", "Ann ");
        Repeat("text full stops", "a.txt", Prose, ". ");
        Repeat("text question marks", "a.txt", Prose + "\n\nFAQ\n\n", "Q: Why?\n");
        Repeat("text questions", "a.txt", Prose + "\n\nFAQ\n\n", "Why is it so?\n\nIt is so.\n\n");
        Repeat("text headings of FAQ", "a.txt", Prose + "\n\n", "FAQ\n\n");
        Repeat("text list items", "a.txt", Prose + "\n\n", "- a\n");
        Repeat("text dates", "a.txt", "", "2 May 2024 ");
        Repeat("text byline", "a.txt", "Ferry line is sold\n\nBy ", "Jane Doe, ");
        Repeat("text dateline", "a.txt", "", "PARIS, ");
        Repeat("text Chinese", "a.txt", "", "\u6E21\u8F2A\u7DDA\u5728\u5468\u56DB\u88AB\u51FA\u552E\u3002");

        foreach (var (name, unit) in new[]
        {
            ("formatting left open", "<b><i>"), ("formatting in paragraphs", "<p><b><i>a"), ("tables in tables", "<table><tr><td>"), ("text in tables", "<table>a<b>"), ("cells in tables", "<table><td>a<tr>b</table>"), ("elements in elements", "<div>"),
            ("list items", "<li>a"), ("lists in lists", "<ul><li>a"), ("links left open", "<a href=x>a"), ("links in blocks", "<a><p>"), ("buttons", "<button>"), ("nobr", "<nobr>"), ("forms", "<form>"),
            ("options", "<select><option>a"), ("templates", "<template>"), ("vector graphics", "<svg><g>"), ("foreign elements", "<math><mi><svg><foreignObject>"), ("end tags", "</p>"), ("end tags of formatting", "</b>"), ("misnested formatting", "<b><p></b></p>"), ("misnested links", "<a><div></a></div>"),
            ("paragraphs", "<p>a"), ("line breaks", "a<br>"), ("references", "&amp;"), ("broken references", "&a"), ("less-than signs", "<"), ("comments", "<!--"), ("declarations", "<!a"), ("cdata", "<![CDATA["),
            ("attributes of an element", "<p a b c d e>"), ("times", "<time>2 May 2024</time>"), ("bylines", "<span class=author>Jane Doe</span>"), ("headings", "<h2>a</h2>"), ("details", "<details><summary>Why?</summary>Because.</details>"), ("quotes", "<blockquote>a"), ("pictures", "<figure><img src=a><figcaption>a</figcaption></figure>"),
            ("inputs", "<input type=hidden>"), ("body tags", "<body a=b>"), ("html tags", "<html a=b>"), ("frames", "<frameset>"), ("carriage returns", "\r\n"), ("null characters", "\0"), ("rubies", "<ruby><rt>a"), ("quotations", "<p>\u201CWe will go on as we did,\u201D he said. "), ("dates", "<p>Published: 2 May 2024"),
        })
        {
            Repeat($"html {name}", "a.html", Page, unit);
        }

        Repeat("html long attribute", "a.html", Page + "<p class=\"", "a b ", "\">" + Prose);
        Numbered("html attribute names", "a.html", Page + "<p ", i => $"a{i % Names}=1 ", ">" + Prose);
        Numbered("html element names", "a.html", Page, i => $"<x{i % Names}>a</x{i % Names}>");
        Numbered("html different formatting", "a.html", Page, i => $"<font color=c{i}>");
        Numbered("html ids", "a.html", Page, i => $"<p id=i{i} class=c{i}>a");
        Repeat("html one word", "a.html", Page + "<p>", "a");
        Repeat("html one paragraph", "a.html", Page + "<p>", Prose);
        Repeat("html title", "a.html", "<!DOCTYPE html><title>", "Ferry | ", "</title><p>" + Prose);
        Repeat("html script", "a.html", Page + "<script>", "<!--<script>", "</script>" + Prose);
        Repeat("html structured data, deep", "a.html", Page + "<script type=\"application/ld+json\">", "[", "</script>" + Prose);
        Repeat("html structured data, broken", "a.html", Page + "<script type=\"application/ld+json\">[", "{\"@type\":\"NewsArticle\",,\"headline\":\"a\"},", "</script>" + Prose);
        Numbered("html structured data, references", "a.html", Page + "<script type=\"application/ld+json\">{\"@graph\":[", i => $"{{\"@id\":\"{i}\",\"@type\":\"NewsArticle\",\"author\":{{\"@id\":\"{i + 1}\"}}}},", "{}]}</script>" + Prose);
        Repeat("html structured data, scripts", "a.html", Page, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":\"Jane Doe\"}</script>");
        Repeat("html structured data, authors", "a.html", Page + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[", "{\"name\":\"Jane Doe\"},", "{}]}</script>" + Prose);
        Numbered("html structured data, body", "a.html", Page + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"", i => $"<b><p>{i}", "\"}</script>" + Prose);
        Numbered("html metadata", "a.html", "<!DOCTYPE html>", i => $"<meta name=author content=\"Jane Doe {i}\">", Page);
        Numbered("html microdata", "a.html", Page, i => $"<div itemscope itemtype=https://schema.org/NewsArticle><span itemprop=author>A {i}</span></div>");

        foreach (var (name, unit) in new[]
        {
            ("emphasis", "*a "), ("strong emphasis", "***a** "), ("underscores", "_a__b"), ("brackets", "["), ("links", "[a]("), ("images", "![["), ("closed brackets", "[a]"), ("code", "`a``b"), ("quotes", ">"), ("list items", "- "),
            ("pipes", "a|b|"), ("angles", "<a"), ("comments", "<!--"), ("definitions", "[a]: b\n"), ("footnotes", "[^1]\n\n[^1]: a\n\n"), ("headings", "# a\n"), ("rules", "---\n"), ("fences", "```\na\n"), ("tables", "a|b\n-|-\n"), ("html blocks", "<div>\n"), ("escapes", "\\"), ("tildes", "~~a~ "), ("formatting left open", "<b><i>\n\n"),
        })
        {
            files[$"markdown {name}"] = () => Make("a.md", "# Ferry line is sold\n\n" + Prose + "\n\n", Filled(unit, Math.Min(size, 1_000_000) - 200), "");
        }

        Repeat("markdown front matter, deep", "a.md", "---\ntitle: ", "[", "\n---\n" + Prose);
        Repeat("markdown front matter, aliases", "a.md", "---\na: &a [b]\nc: [", "*a,", "]\n---\n" + Prose);
        files["markdown front matter, laughs"] = () => Make("a.md", "---\na0: &a0 [lol]\n", string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n")), "---\n" + Prose);
        files["markdown front matter, keys"] = () => Make("a.md", "---\n", string.Concat(Units(i => $"k{i}: v\n", 1_000_000)), "---\n" + Prose);

        Repeat("json deep", "a.json", "", "[");
        Repeat("json deep objects", "a.json", "", "{\"a\":");
        Repeat("json one text", "a.json", Article, Prose, "\"}");
        Repeat("json escapes", "a.json", Article, "\\u0041", "\"}");
        Repeat("json broken", "a.json", "[", "{\"a\":\"b\"},,");
        Repeat("json broken texts", "a.json", "[{\"title\":\"", "a\"b\n", "\"}]");
        Numbered("json keys", "a.json", "{", i => $"\"k{i}\":1,", "\"headline\":\"Ferry\"}");
        Numbered("json articles", "a.json", "[", i => $"{{\"title\":\"Ferry {i}\",\"body\":\"{Prose}\"}},", "{}]");
        Numbered("json equal articles", "a.json", "[", _ => $"{{\"title\":\"Ferry\",\"body\":\"{Prose}\"}},", "{}]");
        Repeat("json numbers", "a.json", "[", "1,", "1]");
        Repeat("json markup left open", "a.json", Article, "<b><p>", "\"}");
        Numbered("json markup, different formatting", "a.json", Article, i => $"<p><font color=c{i}>", "\"}");
        Repeat("json markup, deep", "a.json", Article, "<div>", "\"}");
        Repeat("json markup, tables", "a.json", Article, "<table><tr><td>", "\"}");
        Repeat("json markup, links", "a.json", Article, "<a><p>", "\"}");
        Repeat("json authors", "a.json", "{\"headline\":\"Ferry\",\"articleBody\":\"" + Prose + "\",\"author\":[", "\"Jane Doe\",", "\"\"]}");
        Repeat("json author", "a.json", "{\"headline\":\"Ferry\",\"articleBody\":\"" + Prose + "\",\"author\":\"", "Jane Doe, ", "\"}");
        Repeat("jsonl empty objects", "a.jsonl", "{\"title\":\"Ferry\",\"body\":\"" + Prose + "\"}\n", "{}\n");
        Repeat("jsonl broken lines", "a.jsonl", "{\"title\":\"Ferry\",\"body\":\"" + Prose + "\"}\n", "{\"a\n");
        Numbered("jsonl articles", "a.jsonl", "", i => $"{{\"title\":\"Ferry {i}\",\"body\":\"{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}\"}}\n");

        Repeat("nitf deep", "a.xml", Nitf, "<block>");
        Repeat("nitf paragraphs", "a.xml", Nitf, "<p>a</p>", "</body.content></body></nitf>");
        Repeat("nitf one paragraph", "a.xml", Nitf + "<p>", Prose, "</p></body.content></body></nitf>");
        Repeat("nitf left open", "a.xml", Nitf, "<p>a");
        Repeat("nitf ampersands", "a.xml", Nitf + "<p>", "& ", "</p></body.content></body></nitf>");
        Repeat("nitf less-than signs", "a.xml", Nitf + "<p>", "< ", "</p></body.content></body></nitf>");
        Repeat("nitf quotations", "a.xml", Nitf, "<p>\u201CWe will go on as we did,\u201D he said.</p>", "</body.content></body></nitf>");
        Numbered("nitf attributes", "a.xml", "<?xml version=\"1.0\"?><nitf ", i => $"a{i}=\"1\" ", "><body/></nitf>");
        Numbered("newsml items", "a.xml", "<?xml version=\"1.0\"?><newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>", i => $"<newsItem guid=\"{i}\"><contentMeta><headline>Ferry</headline></contentMeta></newsItem>", "</itemSet></newsMessage>");
        Repeat("rss empty items", "a.xml", Rss, "<item/>", "</channel></rss>");
        Numbered("rss items", "a.xml", Rss, i => $"<item><guid>{i}</guid><title>Ferry</title><description>{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}</description></item>", "</channel></rss>");
        Repeat("rss equal items", "a.xml", Rss, $"<item><title>Ferry</title><description>{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}</description></item>", "</channel></rss>");
        Repeat("rss items left open", "a.xml", Rss, $"<item><title>Ferry</title><description>{Prose}</description>");
        Repeat("rss broken", "a.xml", Rss, "<item><title>a & b</titel></item>");
        Numbered("rss markup, different formatting", "a.xml", Rss + "<item><title>Ferry</title><description><![CDATA[", i => $"<p><font color=c{i}>", "]]></description></item></channel></rss>");
        Repeat("rss categories", "a.xml", Rss + $"<item><title>Ferry</title><description>{Prose}</description>", "<category>a</category>", "</item></channel></rss>");
        Numbered("atom entries", "a.xml", "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">", i => $"<entry><id>{i}</id><title>Ferry</title><content type=\"html\">&lt;p&gt;{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}</content></entry>", "</feed>");
        Repeat("atom namespaces", "a.xml", "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">", "<x:a xmlns:x=\"http://a.example/\"/>", "</feed>");

        Numbered("mail headers", "a.eml", Mail, i => $"X-{i % Names}: a\r\n", "\r\n" + Prose);
        Repeat("mail folded header", "a.eml", Mail + "X-A: a", "\r\n a", "\r\n\r\n" + Prose);
        Repeat("mail folded subject", "a.eml", "From: a@news.example\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\nSubject: a", "\r\n =?utf-8?Q?a?=", "\r\n\r\n" + Prose);
        Repeat("mail senders", "a.eml", "Subject: Ferry\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\nFrom: ", "a@b.example, ", "a@b.example\r\n\r\n" + Prose);
        Repeat("mail groups of senders", "a.eml", "Subject: Ferry\r\nDate: Thu, 02 May 2024 10:00:00 +0000\r\nFrom: ", "a:(", "\r\n\r\n" + Prose);
        Repeat("mail parameters", "a.eml", Mail + "Content-Type: text/plain", "; a=b", "\r\n\r\n" + Prose);
        Numbered("mail references", "a.eml", Mail + "References:", i => $" <{i}@news.example>\r\n", "\r\n" + Prose);
        Repeat("mail parts", "a.eml", Mail + "Content-Type: multipart/mixed; boundary=a\r\n\r\n", "--a\r\n\r\na\r\n", "--a--\r\n");
        Repeat("mail empty parts", "a.eml", Mail + "Content-Type: multipart/mixed; boundary=a\r\n\r\n", "--a\r\n", "--a--\r\n");
        Numbered("mail parts in parts", "a.eml", Mail, i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        Repeat("mail mails in mails", "a.eml", Mail, "Content-Type: message/rfc822\r\n\r\nFrom: a@news.example\r\n");
        Repeat("mail quoted-printable", "a.eml", Mail + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + Prose, "=E2=82=AC");
        Repeat("mail quotes", "a.eml", Mail + "\r\n" + Prose + "\r\n", "> ");
        Repeat("mail quoted lines", "a.eml", Mail + "\r\n" + Prose + "\r\n", "> a\r\n");
        Repeat("mail forwarded", "a.eml", Mail + "\r\n", "---------- Forwarded message ---------\r\nFrom: a\r\n\r\n");
        Repeat("mail addresses", "a.eml", Mail + "\r\n" + Prose + "\r\n", "<https://a.example/> ");
        Numbered("mail markup, different formatting", "a.eml", Mail + "Content-Type: text/html\r\n\r\n<html><body>", i => $"<p><font color=c{i}>");
        Repeat("mail markup, deep", "a.eml", Mail + "Content-Type: text/html\r\n\r\n<html><body>", "<table><tr><td>");
        Repeat("mail markup, paragraphs", "a.eml", Mail + "Content-Type: text/html\r\n\r\n<html><body>", "<p>a");
        Numbered("mbox messages", "a.mbox", "", i => $"From a@news.example Thu May  2 10:00:00 2024\n{Mail.ReplaceLineEndings("\n")}Message-ID: <{i}@news.example>\n\n{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}{Prose}\n\n");
        Repeat("mbox empty messages", "a.mbox", $"From a@news.example Thu May  2 10:00:00 2024\n{Mail.ReplaceLineEndings("\n")}\n{Prose}\n\n", "From a@b.example Thu May  2 10:00:00 2024\n");

        foreach (var (name, head, unit, tail) in new[]
        {
            ("characters", "BT /F1 11 Tf 60 780 Td ", "(a) Tj ", "ET"), ("lines", "BT /F1 11 Tf 60 780 Td ", "(a) Tj 0 -1 Td ", "ET"), ("one text", "BT /F1 11 Tf 60 780 Td (", "word ", ") Tj ET"), ("numbers", "", "1 ", ""), ("states", "", "q ", ""),
            ("arrays", "", "[", ""), ("dictionaries", "", "<<", ""), ("open texts", "", "(", ""), ("names", "", "/a ", ""), ("rules", "", "0 0 m 1 1 l S ", ""), ("pictures", "", "BI ID ", ""), ("marked content", "", "/P BMC ", ""), ("unknown operators", "", "zz ", ""), ("text spread over the page", "", "BT /F1 1 Tf 3 4 Td (ab) Tj ET ", ""),
        })
        {
            files[$"pdf {name}"] = () => new SourceFile("a.pdf", SmallPdf.OfContent(Encoding.ASCII.GetBytes(head + Filled(unit, size - 4_000) + tail)));
        }

        files["pdf pages"] = () => new SourceFile("a.pdf", SmallPdf.OfContent([.. Enumerable.Range(0, size / 400).Select(_ => "BT /F1 11 Tf 60 780 Td (a) Tj ET"u8.ToArray())]));
        files["pdf dense pages"] = () => new SourceFile("a.pdf", SmallPdf.OfContent([.. Enumerable.Range(0, 400).Select(_ => Encoding.ASCII.GetBytes("BT /F1 2 Tf 60 780 Td " + Filled("(The ferry line was sold on) Tj 0 -2 Td ", size / 450) + "ET"))]));
        Repeat("pdf objects", "a.pdf", "%PDF-1.4\n", "1 0 obj\n<<>>\nendobj\n");
        Repeat("pdf deep object", "a.pdf", "%PDF-1.4\n1 0 obj\n", "[");
        Repeat("pdf table of references", "a.pdf", "%PDF-1.4\nxref\n0 999999\n", "0000000009 00000 n \n", "trailer<</Size 9/Root 1 0 R>>\nstartxref\n9\n%%EOF");
        Repeat("pdf trailers", "a.pdf", "%PDF-1.4\n", "trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n");

        const string Body = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        foreach (var (name, unit, tail) in new[]
        {
            ("deep", "<w:tbl><w:tr><w:tc>", ""), ("paragraphs", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", "</w:body></w:document>"), ("runs", "<w:r><w:t>a</w:t></w:r>", "</w:p></w:body></w:document>"), ("fields", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "</w:p></w:body></w:document>"),
        })
        {
            // As long as what it expands to may be by its ratio; a ZIP shrinks it.
            var head = tail.StartsWith("</w:p>", StringComparison.Ordinal) ? Body + "<w:p>" : Body;
            files[$"docx {name}"] = () => new SourceFile("a.docx", ZipBuilder.Of(
                ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()),
                ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray()),
                ("word/document.xml", Encoding.UTF8.GetBytes(head + Filled(unit, size * 2) + tail))));
        }

        files["gzip bomb"] = () => new SourceFile("a.gz", Gzip.Compress(new byte[size * 30]));
        files["zip bomb"] = () => new SourceFile("a.zip", ZipBuilder.Of(Enumerable.Range(0, 200).Select(i => ($"{i}.txt", new byte[size / 4]))));
        files["zip empty entries"] = () => new SourceFile("a.zip", ZipBuilder.Of(Enumerable.Range(0, Math.Min(65_000, size / 120)).Select(i => ($"{i}.txt", Array.Empty<byte>()))));
        files["zip pages of formatting"] = () => new SourceFile("a.zip", ZipBuilder.Of(Enumerable.Range(0, 16).Select(i => ($"{i}.html", Encoding.UTF8.GetBytes(Page + string.Concat(Units(n => $"<p><b>{(i * 7_919) + n}</b>", size / 4)))))));
        Repeat("warc empty records", "a.warc", "", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
        Repeat("warc header", "a.warc", "WARC/1.0\r\nWARC-Type: response\r\n", "A: b\r\n");
        Repeat("warc folded header", "a.warc", "WARC/1.0\r\nWARC-Type: response\r\nA: ", "\r\n a");
        Repeat("warc chunks", "a.warc", $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {size - 400}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n", "0\r\n\r\n");
        Repeat("warc broken records", "a.warc", "WARC/1.0\r\n", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n");
        return files;
    }

    private static SourceFile Make(string name, string head, string filling, string tail) => new(name, Encoding.UTF8.GetBytes(head + filling + tail));

    private static string Filled(string unit, int bytes) => new StringBuilder().Insert(0, unit, bytes / Encoding.UTF8.GetByteCount(unit)).ToString();

    private static IEnumerable<string> Units(Func<int, string> unit, int bytes)
    {
        for (var i = 0; bytes > 0; i++)
        {
            var next = unit(i);
            bytes -= next.Length;
            if (bytes > 0)
            {
                yield return next;
            }
        }
    }
}
