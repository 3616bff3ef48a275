using System.Text.Json.Serialization;

namespace Pipeline.Text.Parsing;

/// <summary>One item of a file: an article, or why it gives none. Exactly one of <see cref="Article"/> and <see cref="Rejection"/> is set.</summary>
public sealed record ParsedItem
{
    [JsonConstructor]
    private ParsedItem(string? itemId, Article? article, Rejection? rejection)
    {
        ItemId = itemId;
        Article = article;
        Rejection = rejection;
    }

    /// <summary>
    /// Gets what names the item inside a file of several, stable when others come or go; null where the file is the article.
    /// Of the items of one file the first alone may have none: a mail is the article of its file, and its attachments,
    /// named by their file names, stand beside it.
    /// </summary>
    public string? ItemId { get; }

    /// <summary>Gets the article.</summary>
    public Article? Article { get; }

    /// <summary>Gets why there is no article.</summary>
    public Rejection? Rejection { get; }

    /// <summary>Returns an item that was read.</summary>
    /// <param name="article">The article.</param>
    /// <param name="itemId">What names it inside a file of several; null where the file is the article.</param>
    public static ParsedItem Read(Article article, string? itemId = null) => new(itemId, article, null);

    /// <summary>Returns an item that gives no article.</summary>
    /// <param name="reason">One of <see cref="RejectionReason"/>.</param>
    /// <param name="detail">What was found and what was expected.</param>
    /// <param name="itemId">What names it inside a file of several; null where the file is the article.</param>
    public static ParsedItem Rejected(string reason, string detail, string? itemId = null) => new(itemId, null, new Rejection(reason, detail));

    /// <summary>Returns the same item under another id.</summary>
    /// <param name="itemId">What names it inside a file of several; null where the file is the article.</param>
    public ParsedItem WithId(string? itemId) => new(itemId, Article, Rejection);
}
