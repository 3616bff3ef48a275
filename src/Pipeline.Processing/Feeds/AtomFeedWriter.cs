using System.Xml;
using Pipeline.Processing.Addresses;
using Pipeline.Processing.Queries.Responses;

namespace Pipeline.Processing.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), its pages linked as RFC 5005, section 3, says.</summary>
public static class AtomFeedWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Writes a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="address">Where it is served, and what leads to other routes.</param>
    public static byte[] Write(Feed feed, ApiAddress address)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            WriteText(xml, "id", feed.Id);
            WriteText(xml, "title", feed.Title);
            WriteTime(xml, "updated", feed.Updated);
            WriteLink(xml, "self", address.Self, "application/atom+xml");
            WriteLink(xml, "alternate", address.Summaries(feed.IssueId), "text/html");
            if (feed.Next is { } next)
            {
                WriteLink(xml, "next", address.Page(next), "application/atom+xml");
            }

            // An entry without an author of its own takes the feed's, which then must have one (RFC 4287, 4.1.1).
            WriteAuthor(xml, "News issue pipeline");
            foreach (var article in feed.Articles)
            {
                WriteEntry(xml, article, address);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, SummaryResponse article, ApiAddress address)
    {
        xml.WriteStartElement("entry", Atom);
        WriteText(xml, "id", Feed.IdOf(article));
        WriteText(xml, "title", article.Title ?? article.Id);
        WriteTime(xml, "updated", Feed.UpdatedOf(article));
        WriteTime(xml, "published", Feed.PublishedOf(article));
        WriteLink(xml, "alternate", address.Summary(article.Id), "text/html");
        if (article.Source is { } source)
        {
            WriteAuthor(xml, source);
        }

        foreach (var issue in article.Issues)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", XmlCharacters.Clean(issue.Id));
            xml.WriteAttributeString("scheme", Feed.IssueScheme);
            if (issue.Label is { } label)
            {
                xml.WriteAttributeString("label", XmlCharacters.Clean(label));
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("summary", Atom);
        if (article.Language is { } language)
        {
            xml.WriteAttributeString("xml", "lang", null, XmlCharacters.Clean(language));
        }

        xml.WriteString(XmlCharacters.Clean(Feed.TextOf(article)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        WriteText(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string address, string mediaType)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, XmlCharacters.Clean(text));

    private static void WriteTime(XmlWriter xml, string name, DateTimeOffset time) =>
        xml.WriteElementString(name, Atom, XmlConvert.ToString(time.UtcDateTime, XmlDateTimeSerializationMode.Utc));
}
