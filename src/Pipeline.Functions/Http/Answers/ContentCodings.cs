using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Functions.Http.Answers;

/// <summary>The content codings that a client takes (RFC 9110, 12.5.3): <c>br</c>, <c>gzip</c> and none.</summary>
/// <param name="Best">The name of the best coding that compresses; null where none is taken.</param>
/// <param name="TakesIdentity">Whether the body may come as it is.</param>
internal readonly record struct ContentCodings(string? Best, bool TakesIdentity)
{
    /// <summary>The shortest body that is compressed where it need not be, in bytes: a shorter one fits into a packet anyway.</summary>
    public const int MinCompressedBytes = 1024;

    private const string Brotli = "br";
    private const string Gzip = "gzip";
    private const string Identity = "identity";

    // Where a client takes both alike, the one that makes less of JSON.
    private static readonly string[] Compressing = [Brotli, Gzip];

    /// <summary>Gets a value indicating whether a body may come in any way at all.</summary>
    public bool TakesAny => TakesIdentity || Best is not null;

    /// <summary>Reads <c>Accept-Encoding</c>. A header that is missing, empty or malformed takes the body as it is.</summary>
    public static ContentCodings Read(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var taken) || taken.Count == 0)
        {
            return new ContentCodings(null, TakesIdentity: true);
        }

        var best = Compressing.Where(coding => QualityOf(coding, taken) > 0).MaxBy(coding => QualityOf(coding, taken));
        return new ContentCodings(best, QualityOf(Identity, taken) is not 0.0);
    }

    /// <summary>Returns the coding for a body; null for none.</summary>
    /// <param name="length">The body's length, in bytes.</param>
    public string? For(int length) => length >= MinCompressedBytes || !TakesIdentity ? Best : null;

    /// <summary>Codes a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="coding">The coding's name; null for none.</param>
    public static byte[] Encode(byte[] body, string? coding)
    {
        if (coding is null)
        {
            return body;
        }

        using var output = new MemoryStream();
        using (Stream compressing = coding == Brotli ? new BrotliStream(output, CompressionLevel.Optimal) : new GZipStream(output, CompressionLevel.Optimal))
        {
            compressing.Write(body);
        }

        return output.ToArray();
    }

    /// <summary>Returns a coding's quality, by its name or by <c>*</c>; null where the header says nothing of it.</summary>
    private static double? QualityOf(string coding, IList<StringWithQualityHeaderValue> taken) =>
        (Find(coding, taken) ?? Find("*", taken)) is { } value ? value.Quality ?? 1 : null;

    private static StringWithQualityHeaderValue? Find(string name, IList<StringWithQualityHeaderValue> taken) =>
        taken.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
