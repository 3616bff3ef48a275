using System.ComponentModel.DataAnnotations;
using Pipeline.Functions.Http.Cors;

namespace Pipeline.Functions.Http;

/// <summary>How the API answers.</summary>
public sealed class HttpOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Http";

    /// <summary>Gets or sets the origins whose pages may read the API, with commas between them: <c>https://a.example, https://b.example:8443</c>, or <c>*</c> for all.</summary>
    /// <value>The default is empty: none.</value>
    public string AllowedOrigins { get; set; } = "";

    /// <summary>Gets or sets how long one answer of live updates goes on, in seconds.</summary>
    /// <value>From 1 to 200: the platform ends answers after 230 seconds. The default is 100.</value>
    [Range(1, 200)]
    public int StreamSeconds { get; set; } = 100;

    /// <summary>Gets or sets how many clients one worker sends live updates to at the same time; each costs a query a second.</summary>
    /// <value>From 1 to 1,000. The default is 50.</value>
    [Range(1, 1_000)]
    public int MaxStreams { get; set; } = 50;

    /// <summary>Gets the origins, each as browsers write it.</summary>
    internal IReadOnlyList<string> Origins =>
        [.. AllowedOrigins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(origin => origin.TrimEnd('/'))];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Origins
        .Where(origin => origin != CorsPolicy.AnyOrigin && !IsOrigin(origin))
        .Select(origin => new ValidationResult(
            $"{SectionName}:{nameof(AllowedOrigins)} has '{origin}': an origin is a scheme and a host, as https://example.org or http://localhost:3000.",
            [nameof(AllowedOrigins)]));

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase)
        && uri.UserInfo.Length == 0;
}
