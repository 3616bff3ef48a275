using System.Globalization;
using Pipeline.Text.Parsing.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>What the properties of a PDF say of the article.</summary>
/// <param name="Title">The title, where a person seems to have written it.</param>
/// <param name="Authors">The authors, where they are persons.</param>
/// <param name="Created">When the file was made.</param>
/// <param name="Language">The ISO 639-1 code of the language.</param>
internal sealed record PdfProperties(string? Title, IReadOnlyList<string> Authors, PublicationDate? Created, string? Language)
{
    /// <summary>Reads the properties.</summary>
    public static PdfProperties Of(PdfDocument document)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        var language = catalog.TryGet(NameToken.Lang, out var token) ? (token as StringToken)?.Data ?? (token as HexToken)?.Data : null;
        return new PdfProperties(
            DocumentProperties.Title(document.Information.Title),
            DocumentProperties.Authors(document.Information.Author),
            Date(document.Information.CreationDate),
            language is { Length: >= 2 } && (language.Length == 2 || language[2] is '-' or '_') && LanguageIdentifier.Codes.Contains(language[..2].ToLowerInvariant()) ? language[..2].ToLowerInvariant() : null);
    }

    /// <summary>Reads <c>D:20231117103200+01'00'</c> (ISO 32000-1, 7.9.4), at least to the day.</summary>
    private static PublicationDate? Date(string? text)
    {
        var digits = (text ?? string.Empty).AsSpan().Trim();
        digits = digits.StartsWith("D:", StringComparison.Ordinal) ? digits[2..] : digits;
        if (digits.Length < 8 || !DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        if (digits.Length < 14 || !TimeOnly.TryParseExact(digits[8..14], "HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return new PublicationDate(day);
        }

        return new PublicationDate(day, time, Offset(digits[14..]));
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> zone)
    {
        if (zone is ['Z', ..])
        {
            return TimeSpan.Zero;
        }

        return zone is ['+' or '-', ..] && zone.Length >= 3 && int.TryParse(zone[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 14
            ? (zone[0] == '-' ? -1 : 1) * new TimeSpan(hours, zone.Length >= 6 && int.TryParse(zone[4..6], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 60 ? minutes : 0, 0)
            : null;
    }
}
