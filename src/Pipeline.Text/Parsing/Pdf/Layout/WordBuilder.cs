using System.Text;

namespace Pipeline.Text.Parsing.Pdf.Layout;

/// <summary>Makes words of characters, in the order in which they are drawn.</summary>
internal sealed class WordBuilder
{
    /// <summary>The narrowest gap between words, in sizes of the font. Spaces have a quarter, tight ones a sixth; kerning moves by less than a tenth. Chosen.</summary>
    public const double MinGap = 0.15;

    private const double MaxOverlap = 0.35;
    private const double MaxBaselineShift = 0.1;

    // Marks of footnotes: browsers set them in five sixths of the size, a third of it above the line, and some in nearly
    // the full size, half of it above: what is not small has to stand higher to be no wavering line. Chosen.
    private const double MaxSmallSize = 0.86;
    private const double MinSmallRise = 0.12;
    private const double MaxRaisedSize = 1.01;
    private const double MinRise = 0.2;
    private const double MaxRise = 0.7;

    private readonly List<PdfWord> _words = [];
    private readonly StringBuilder _text = new();
    private PdfGlyph _first;
    private PdfGlyph _last;
    private int _bold;
    private bool _space;
    private double _rise;
    private double _baseline;

    /// <summary>Makes words of the characters of a page.</summary>
    public static List<PdfWord> Build(IReadOnlyList<PdfGlyph> glyphs)
    {
        var builder = new WordBuilder();
        foreach (var glyph in glyphs)
        {
            builder.Add(glyph);
        }

        builder.Flush();
        return builder._words;
    }

    private void Add(PdfGlyph glyph)
    {
        if (string.IsNullOrWhiteSpace(glyph.Text))
        {
            Flush();
            _space = true;
            return;
        }

        if (_text.Length > 0 && IsSameGlyph(glyph))
        {
            // Drawn twice to look bold, or once visible and once as recognised text.
            return;
        }

        if (_text.Length > 0 && IsAccentUnder(glyph) && Compose(glyph.Text, _text[^1]) is { } composed)
        {
            _text.Length--;
            Append(glyph with { Text = composed, Right = Math.Max(glyph.Right, _last.Right) });
            return;
        }

        if (_text.Length > 0 && !Continues(glyph))
        {
            var rise = Rise(glyph);
            Flush();
            (_rise, _baseline) = (rise, glyph.Baseline - rise);
        }

        if (_text.Length == 0)
        {
            _first = glyph;
            _baseline = glyph.Baseline - _rise;
        }

        Append(glyph);
    }

    private void Append(PdfGlyph glyph)
    {
        _text.Append(glyph.Text);
        _bold += glyph.Bold ? 1 : -1;
        _last = glyph;
    }

    private bool Continues(PdfGlyph glyph)
    {
        var gap = glyph.Left - _last.Right;
        return Math.Abs(glyph.Baseline - _last.Baseline) <= MaxBaselineShift * _last.Size
            && gap < MinGap * glyph.Size && gap > -MaxOverlap * glyph.Size
            && glyph.Size > 0.7 * _last.Size && glyph.Size < 1.4 * _last.Size;
    }

    /// <summary>Returns how far a character that follows the last one closely stands above its line; 0 where it stands on a line of its own.</summary>
    private double Rise(PdfGlyph glyph)
    {
        var rise = (glyph.Baseline - _baseline) / _last.Size;
        var least = glyph.Size <= MaxSmallSize * _last.Size ? MinSmallRise : MinRise;
        return _rise == 0 && glyph.Size <= MaxRaisedSize * _last.Size && rise >= least && rise <= MaxRise && Math.Abs(glyph.Left - _last.Right) < 0.4 * _last.Size
            ? glyph.Baseline - _baseline
            : 0;
    }

    private bool IsSameGlyph(PdfGlyph glyph) =>
        glyph.Text == _last.Text && Math.Abs(glyph.Left - _last.Left) < 0.1 * glyph.Size && Math.Abs(glyph.Baseline - _last.Baseline) < 0.1 * glyph.Size && glyph.Right > glyph.Left;

    /// <summary>Tells whether a letter stands under the accent that was drawn before it.</summary>
    private bool IsAccentUnder(PdfGlyph glyph) =>
        _text[^1] is '´' or '`' or '¨' or 'ˆ' or '˜' or '¸' or '˚' or 'ˇ' or '˝' or '¯' && glyph.Left < _last.Right - (0.3 * (_last.Right - _last.Left)) && glyph.Left > _last.Left - (0.5 * glyph.Size);

    private static string? Compose(string letter, char accent)
    {
        var mark = accent switch
        {
            '´' => '\u0301',
            '`' => '\u0300',
            '¨' => '\u0308',
            'ˆ' => '\u0302',
            '˜' => '\u0303',
            '¸' => '\u0327',
            '˚' => '\u030A',
            'ˇ' => '\u030C',
            '˝' => '\u030B',
            _ => '\u0304',
        };
        letter = letter is "ı" ? "i" : letter;
        var composed = (letter + mark).Normalize(NormalizationForm.FormC);
        return letter.Length == 1 && composed.Length == 1 ? composed : null;
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _words.Add(new PdfWord(_text.ToString(), _first.Left, Math.Max(_last.Right, _first.Left), _baseline, _first.Size, _bold > 0, _space, _rise));
            _text.Clear();
            _space = false;
        }

        (_bold, _rise) = (0, 0);
    }
}
