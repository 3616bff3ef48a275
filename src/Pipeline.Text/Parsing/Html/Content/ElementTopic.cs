namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What the class, the id or the role of an element hints at. The order is that of the features of the model: add at the end.</summary>
internal enum ElementTopic
{
    Navigation,
    Footer,
    Header,
    Sidebar,
    Related,
    Teaser,
    Share,
    Comment,
    Caption,
    Author,
    Meta,
    Newsletter,
    Overlay,
    Advertisement,
    StrongBody,
    WeakBody,
    Summary,
    Title,
    TableOfContents,
    Faq,
    Product,
    Unseen,
    Paywall,
    Video,

    // By the name of the element.
    ArticleElement,
    MainElement,
    AsideElement,
    NavElement,
    HeaderElement,
    FooterElement,
    FormElement,
    FigureElement,
    SectionElement,
    ListElement,
    TableElement,
    QuoteElement,
    DetailsElement,
    LinkElement,
    ButtonElement,
    CustomElement,

    // By attributes that state a meaning.
    ArticleBodyProperty,
    OtherProperty,
}
