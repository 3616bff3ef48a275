namespace Pipeline.Benchmarks.Page;

/// <summary>A view of the page.</summary>
/// <param name="Name">What its picture and its row are called.</param>
/// <param name="Path">Its address below the page's own.</param>
internal sealed record PageView(string Name, string Path)
{
    /// <summary>The views, on the sample articles.</summary>
    public static readonly IReadOnlyList<PageView> All =
    [
        new("overview", "?from=2024-09-01&to=2025-02-28"),
        new("issues", "issues"),
        new("issue", "issues/trade"),
        new("articles", "articles"),
        new("article", "articles/23zi4fcy6ibexmk4bjfhjx7o25"),
        new("drop", "drop"),
        new("status", "status"),
    ];

    /// <summary>Gets a value indicating whether its picture shows all of it; else it shows what a window shows.</summary>
    public bool IsFullPage { get; init; }

    /// <summary>Gets its address below the API's.</summary>
    public string Address => $"page/{Path}";
}
