using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The topics that elements state by their own names and by attributes that have a meaning.</summary>
internal static class TagTopics
{
    /// <summary>Returns the topics of an element, as bits.</summary>
    public static ulong Of(IElement element)
    {
        var topics = element.LocalName switch
        {
            "article" => TopicVocabulary.Bit(ElementTopic.ArticleElement),
            "main" => TopicVocabulary.Bit(ElementTopic.MainElement),
            "aside" => TopicVocabulary.Bit(ElementTopic.AsideElement),
            "nav" or "menu" => TopicVocabulary.Bit(ElementTopic.NavElement),
            "header" or "hgroup" => TopicVocabulary.Bit(ElementTopic.HeaderElement),
            "footer" or "address" => TopicVocabulary.Bit(ElementTopic.FooterElement),
            "form" or "fieldset" or "label" => TopicVocabulary.Bit(ElementTopic.FormElement),
            "figure" or "figcaption" or "caption" => TopicVocabulary.Bit(ElementTopic.FigureElement),
            "section" => TopicVocabulary.Bit(ElementTopic.SectionElement),
            "ul" or "ol" or "dl" => TopicVocabulary.Bit(ElementTopic.ListElement),
            "table" => TopicVocabulary.Bit(ElementTopic.TableElement),
            "blockquote" => TopicVocabulary.Bit(ElementTopic.QuoteElement),
            "details" => TopicVocabulary.Bit(ElementTopic.DetailsElement),
            "a" => TopicVocabulary.Bit(ElementTopic.LinkElement),
            "button" => TopicVocabulary.Bit(ElementTopic.ButtonElement),
            _ => element.LocalName.Contains('-', StringComparison.Ordinal) ? TopicVocabulary.Bit(ElementTopic.CustomElement) : 0,
        };

        if (element.GetAttribute("itemprop") is { Length: > 0 } property)
        {
            topics |= TopicVocabulary.Bit(property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? ElementTopic.ArticleBodyProperty : ElementTopic.OtherProperty);
        }

        return element.GetAttribute("role") switch
        {
            "navigation" or "menu" or "menubar" => topics | TopicVocabulary.Bit(ElementTopic.NavElement),
            "main" => topics | TopicVocabulary.Bit(ElementTopic.MainElement),
            "article" => topics | TopicVocabulary.Bit(ElementTopic.ArticleElement),
            "complementary" => topics | TopicVocabulary.Bit(ElementTopic.AsideElement),
            "contentinfo" => topics | TopicVocabulary.Bit(ElementTopic.FooterElement),
            "banner" => topics | TopicVocabulary.Bit(ElementTopic.HeaderElement),
            _ => topics,
        };
    }
}
