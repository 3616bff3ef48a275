using System.Globalization;
using System.Text;

namespace Pipeline.Processing.Addresses;

/// <summary>
/// Where a request came to, and the absolute addresses that its answer leads to. All are made of the scheme and host that the
/// client used, so that they work for it.
/// </summary>
/// <param name="root">The address that all routes are below, ending with a slash: <c>https://host/api/</c>.</param>
/// <param name="path">The request's path below it.</param>
/// <param name="query">The request's parameters, keys left out.</param>
public sealed class ApiAddress(string root, string path, IReadOnlyList<KeyValuePair<string, string>> query)
{
    private const string Cursor = "cursor";

    /// <summary>Gets the address of the request itself.</summary>
    public string Self { get; } = root + path + Query(query);

    /// <summary>Gets the address of the same listing's page at a cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    public string Page(string cursor) => root + path + Query(query
        .Where(parameter => !string.Equals(parameter.Key, Cursor, StringComparison.OrdinalIgnoreCase))
        .Append(KeyValuePair.Create(Cursor, cursor)));

    /// <summary>Gets the address of an article's summary.</summary>
    /// <param name="articleId">The article's id.</param>
    public string Summary(string articleId) => $"{root}summaries/{Uri.EscapeDataString(articleId)}";

    /// <summary>Gets the address of the newest summaries, of all articles or of those of an issue.</summary>
    /// <param name="issueId">The concept's id; null for all.</param>
    public string Summaries(string? issueId) => issueId is null ? $"{root}summaries" : $"{root}summaries?issue={Uri.EscapeDataString(issueId)}";

    /// <summary>Gets the address of an issue's digest.</summary>
    /// <param name="issueId">The concept's id.</param>
    public string Digest(string issueId) => $"{root}issues/{Uri.EscapeDataString(issueId)}/summary";

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            var joint = query.Length == 0 ? '?' : '&';
            query.Append(CultureInfo.InvariantCulture, $"{joint}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
        }

        return query.ToString();
    }
}
