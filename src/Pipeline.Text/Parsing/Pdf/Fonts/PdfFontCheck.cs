using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf.Fonts;

/// <summary>
/// Counts the codes for which a font gives widths (ISO 32000-1, 9.7.4.3) and characters (9.10.3) against the budget, before
/// the library writes out every one of them: a range of a few bytes can stand for thousands of millions. Takes the outlines out
/// of the font's program (<see cref="FontProgram"/>).
/// </summary>
/// <param name="scanner">Finds objects.</param>
/// <param name="filters">Expands streams.</param>
/// <param name="budget">What the document may use up.</param>
internal sealed class PdfFontCheck(IPdfTokenScanner scanner, ILookupFilterProvider filters, PdfBudget budget)
{
    // A map nests a dictionary or an array in another one at most. Chosen.
    private const int MaxDepth = 64;

    // [c first last w1y v1x v1y] in W2, [first last w] in W.
    private const int ValuesInW = 1;
    private const int ValuesInW2 = 3;

    private static readonly NameToken[] Programs = [NameToken.FontFile, NameToken.FontFile2, NameToken.FontFile3];

    private readonly HashSet<IndirectReference> _checked = [];

    /// <summary>Checks all fonts of a dictionary of resources.</summary>
    public void CheckAll(DictionaryToken resources)
    {
        if (resources.TryGet(NameToken.Font, out var token) && DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var fonts))
        {
            foreach (var font in fonts.Data.Values)
            {
                Check(font);
            }
        }
    }

    /// <summary>Checks a font, once.</summary>
    public void Check(IToken font)
    {
        if ((font is IndirectReferenceToken reference && !_checked.Add(reference.Data)) || !DirectObjectFinder.TryGet<DictionaryToken>(font, scanner, out var dictionary))
        {
            return;
        }

        CheckMap(dictionary, NameToken.ToUnicode);
        CheckMap(dictionary, NameToken.Encoding);
        RemoveOutlines(dictionary);
        if (dictionary.TryGet(NameToken.DescendantFonts, out var token) && DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var descendants))
        {
            foreach (var descendant in descendants.Data)
            {
                if (DirectObjectFinder.TryGet<DictionaryToken>(descendant, scanner, out var inner))
                {
                    CheckWidths(inner, NameToken.W, ValuesInW);
                    CheckWidths(inner, NameToken.W2, ValuesInW2);
                    RemoveOutlines(inner);
                }
            }
        }
    }

    private void RemoveOutlines(DictionaryToken font)
    {
        if (!font.TryGet(NameToken.FontDescriptor, out var token) || !DirectObjectFinder.TryGet<DictionaryToken>(token, scanner, out var descriptor))
        {
            return;
        }

        foreach (var name in Programs)
        {
            // The library takes it by a reference only.
            if (descriptor.TryGet(name, out var entry) && entry is IndirectReferenceToken reference && _checked.Add(reference.Data)
                && DirectObjectFinder.TryGet<StreamToken>(entry, scanner, out var stream))
            {
                var program = FontProgram.WithoutOutlines(stream.Decode(filters, scanner));
                scanner.ReplaceToken(reference.Data, new StreamToken(stream.StreamDictionary.Without(NameToken.Filter).Without(NameToken.F), program));
            }
        }
    }

    private void CheckWidths(DictionaryToken font, NameToken name, int values)
    {
        if (!font.TryGet(name, out var token) || !DirectObjectFinder.TryGet<ArrayToken>(token, scanner, out var widths))
        {
            return;
        }

        for (var i = 0; i + 1 < widths.Data.Count;)
        {
            if (DirectObjectFinder.TryGet<NumericToken>(widths.Data[i + 1], scanner, out var last))
            {
                budget.AddCodes(DirectObjectFinder.TryGet<NumericToken>(widths.Data[i], scanner, out var first) ? (long)last.Int - first.Int : 0);
                i += 2 + values;
            }
            else
            {
                i += 2;
            }
        }
    }

    private void CheckMap(DictionaryToken font, NameToken name)
    {
        if (!font.TryGet(name, out var token) || !DirectObjectFinder.TryGet<StreamToken>(token, scanner, out var stream))
        {
            return;
        }

        // The library reads maps without a bound on how deep they nest, so that this must come first for all of them.
        var tokens = new CoreTokenScanner(new MemoryInputBytes(stream.Decode(filters, scanner)), usePdfDocEncoding: false, new StackDepthGuard(MaxDepth), isCMapParser: true);
        while (tokens.MoveNext())
        {
            if (tokens.CurrentToken is OperatorToken { Data: "beginbfrange" })
            {
                CheckRanges(tokens);
            }
        }
    }

    /// <summary>Reads ranges, each of a first and a last code and what they stand for, up to anything else.</summary>
    private void CheckRanges(CoreTokenScanner tokens)
    {
        while (tokens.TryReadToken(out HexToken first) && tokens.TryReadToken(out HexToken last) && tokens.MoveNext())
        {
            // An array holds what each code stands for, and so cannot be longer than the file.
            budget.AddCodes(tokens.CurrentToken is ArrayToken ? 0 : Distance(first.Bytes, last.Bytes));
        }
    }

    /// <summary>Returns how often the first code is raised by one until its bytes are those of the last, of whatever lengths the two are; a negative number where they are already.</summary>
    private static long Distance(ReadOnlySpan<byte> first, ReadOnlySpan<byte> last)
    {
        var distance = 0d;
        for (var i = 0; i < first.Length; i++)
        {
            distance = (distance * (byte.MaxValue + 1)) + (i < last.Length ? last[i] : 0) - first[i];
        }

        return (long)Math.Clamp(distance, -1, int.MaxValue);
    }
}
