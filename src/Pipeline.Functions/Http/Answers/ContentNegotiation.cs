using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Pipeline.Functions.Http.Routes;

namespace Pipeline.Functions.Http.Answers;

/// <summary>Chooses the representation by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class ContentNegotiation
{
    /// <summary>
    /// Returns the one with the highest quality, the first of equals; null where none is accepted. A header that is missing
    /// or malformed accepts all.
    /// </summary>
    /// <param name="offered">What the route has, the usual one first.</param>
    /// <param name="accept">The header.</param>
    public static Representation<T>? Choose<T>(IReadOnlyList<Representation<T>> offered, StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges) || ranges.Count == 0)
        {
            return offered[0];
        }

        Representation<T>? best = null;
        var bestQuality = 0.0;
        foreach (var representation in offered)
        {
            var quality = QualityOf(MediaTypes.WithoutParameters(representation.MediaType), ranges);
            if (quality > bestQuality)
            {
                (best, bestQuality) = (representation, quality);
            }
        }

        return best;
    }

    /// <summary>Returns the quality by the most specific range that the type is in.</summary>
    private static double QualityOf(string mediaType, IList<MediaTypeHeaderValue> ranges)
    {
        var type = mediaType.Split('/')[0];
        return ranges
            .Select(range => (Specificity: SpecificityOf(range, mediaType, type), Quality: range.Quality ?? 1))
            .Where(range => range.Specificity > 0)
            .DefaultIfEmpty()
            .MaxBy(range => range.Specificity)
            .Quality;
    }

    private static int SpecificityOf(MediaTypeHeaderValue range, string mediaType, string type) =>
        range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 3
        : range.MatchesAllTypes ? 1
        : range.MatchesAllSubTypes && range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) ? 2
        : 0;
}
