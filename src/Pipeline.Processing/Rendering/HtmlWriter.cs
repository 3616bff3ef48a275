using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pipeline.Processing.Rendering;

/// <summary>Writes a document as a fragment of HTML: one <c>article</c>, without scripts and styles. All text is escaped.</summary>
public static class HtmlWriter
{
    // Leaves letters of all scripts as they are; what HTML gives a meaning, and what cannot be seen, is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(TextDocument document)
    {
        var html = new StringBuilder("<article");
        if (document.Language is { } language)
        {
            html.Append(CultureInfo.InvariantCulture, $" lang=\"{Encoder.Encode(language)}\"");
        }

        html.Append(">\n");
        foreach (var block in document.Blocks)
        {
            Append(html, block);
        }

        return html.Append("</article>\n").ToString();
    }

    private static void Append(StringBuilder html, TextBlock block)
    {
        switch (block)
        {
            case TextHeading heading:
                AppendElement(html, $"h{heading.Level.ToString(CultureInfo.InvariantCulture)}", heading.Content);
                break;
            case TextParagraph paragraph:
                AppendElement(html, "p", paragraph.Content);
                break;
            case TextList list:
                html.Append("<ul>\n");
                foreach (var item in list.Items)
                {
                    AppendElement(html, "li", item);
                }

                html.Append("</ul>\n");
                break;
        }
    }

    private static void AppendElement(StringBuilder html, string name, IReadOnlyList<TextRun> content)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{name}>");
        foreach (var run in content)
        {
            var text = Encoder.Encode(run.Text);
            html.Append(run.Address is { } address ? $"<a href=\"{Encoder.Encode(address)}\">{text}</a>" : text);
        }

        html.Append(CultureInfo.InvariantCulture, $"</{name}>\n");
    }
}
