using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// Runs a page's drawing operations and keeps the characters that stand upright inside the page, the invisible ones of
/// a layer of recognised text too. Every step counts against the budget.
/// </summary>
internal sealed class PdfGlyphProcessor : BaseStreamProcessor<PdfPage>
{
    // How far a baseline may slope; what slopes more is a stamp across the page or runs along its edge.
    private const double MaxSlope = 0.05;

    private readonly PdfBudget _budget;
    private readonly double _width;
    private readonly double _height;
    private readonly List<PdfGlyph> _glyphs = [];
    private readonly Dictionary<(IFont Font, int Code), string?> _texts = [];
    private readonly Stack<string?> _replacements = new();
    private string? _replacement;
    private int _pictures;
    private int _unmapped;
    private int _shown;
    private int _formDepth;

    public PdfGlyphProcessor(
        int pageNumber,
        IResourceStore resourceStore,
        IPdfTokenScanner pdfScanner,
        IPageContentParser pageContentParser,
        ILookupFilterProvider filterProvider,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        in TransformationMatrix initialMatrix,
        UglyToad.PdfPig.ParsingOptions parsingOptions,
        PdfBudget budget)
        : base(pageNumber, resourceStore, pdfScanner, pageContentParser, filterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, parsingOptions)
    {
        _budget = budget;
        (_width, _height) = rotation.SwapsAxis ? (cropBox.Bounds.Height, cropBox.Bounds.Width) : (cropBox.Bounds.Width, cropBox.Bounds.Height);
    }

    /// <inheritdoc/>
    public override PdfPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return new PdfPage(_width, _height, _glyphs, _pictures, _unmapped);
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        _budget.AddGlyph(++_shown);
        var text = TextOf(font, code);
        if (text is null)
        {
            _unmapped++;
            return;
        }

        if (_replacement is not null)
        {
            // It stands for all characters of its sequence: the first takes it.
            (text, _replacement) = (_replacement, string.Empty);
        }

        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var top = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 1))));
        var size = top.Y - start.Y;
        var width = end.X - start.X;
        if (!(size > 0) || width < 0 || Math.Abs(top.X - start.X) > size || Math.Abs(end.Y - start.Y) > MaxSlope * Math.Max(width, 0.01)
            || start.X < -1 || start.X > _width + 1 || start.Y < -1 || start.Y > _height + 1 || !double.IsFinite(end.X) || text.Length == 0)
        {
            return;
        }

        _glyphs.Add(new PdfGlyph(text, start.X, end.X, start.Y, size, IsBold(font.Details)));
    }

    /// <inheritdoc/>
    public override void PushState()
    {
        PdfBudget.CheckStates(StackSize);
        base.PushState();
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            _budget.AddOperation();
            if (!IsColor(operation))
            {
                operation.Run(this);
            }
        }
    }

    /// <inheritdoc/>
    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        PdfBudget.CheckForms(++_formDepth);
        base.ProcessFormXObject(formStream, xObjectName);
        _formDepth--;
    }

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        PdfBudget.CheckStates(_replacements.Count);
        _replacements.Push(_replacement);
        if (properties is not null && properties.TryGet(NameToken.ActualText, out var token))
        {
            _replacement = token switch
            {
                StringToken text => text.Data,
                HexToken text => text.Data,
                _ => _replacement,
            };
        }
    }

    /// <inheritdoc/>
    public override void EndMarkedContent() => _replacement = _replacements.TryPop(out var outer) ? outer : null;

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) => _pictures++;

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage) => _pictures++;

    /// <inheritdoc/>
    public override void EndInlineImage(Memory<byte> bytes) => _pictures++;

    /// <inheritdoc/>
    public override void BeginInlineImage()
    {
        // A picture, of whatever form, holds no text.
    }

    /// <inheritdoc/>
    public override void SetInlineImageProperties(IReadOnlyDictionary<NameToken, IToken> properties)
    {
        // As above.
    }

    /// <inheritdoc/>
    public override void BeginSubpath()
    {
        // Lines and areas hold no text; nor do the methods below.
    }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc/>
    public override void StrokePath(bool close)
    {
    }

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc/>
    public override void MoveTo(double x, double y)
    {
    }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc/>
    public override void LineTo(double x, double y)
    {
    }

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    /// <inheritdoc/>
    public override void EndPath()
    {
    }

    /// <inheritdoc/>
    public override void ClosePath()
    {
    }

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName)
    {
    }

    /// <summary>Tells what sets a colour: there are none among the resources.</summary>
    private static bool IsColor(IGraphicsStateOperation operation) => operation
        is SetStrokeColor or SetStrokeColorAdvanced or SetStrokeColorSpace or SetStrokeColorDeviceGray or SetStrokeColorDeviceRgb or SetStrokeColorDeviceCmyk
        or SetNonStrokeColor or SetNonStrokeColorAdvanced or SetNonStrokeColorSpace or SetNonStrokeColorDeviceGray or SetNonStrokeColorDeviceRgb or SetNonStrokeColorDeviceCmyk;

    /// <summary>Returns what a code of a font stands for; null where the file does not tell.</summary>
    private string? TextOf(IFont font, int code)
    {
        if (!_texts.TryGetValue((font, code), out var text))
        {
            text = font.TryGetUnicode(code, out var unicode) && !string.IsNullOrEmpty(unicode) ? Readable(unicode) : null;
            _texts[(font, code)] = text;
        }

        return text;
    }

    /// <summary>Takes ligatures and Arabic letter forms apart; bullets of symbol fonts become bullets; other private characters say nothing.</summary>
    private static string? Readable(string unicode)
    {
        var first = unicode[0];
        return first switch
        {
            >= '\uFB00' and <= '\uFB06' or >= '\uFB50' and <= '\uFEFC' => unicode.Normalize(NormalizationForm.FormKC),
            '\uF0B7' or '\uF0A7' or '\uF0A8' or '\uF0D8' or '\uF0FC' or '\uF06E' => "•",
            >= '\uE000' and <= '\uF8FF' or '\uFFFD' => null,
            _ when char.GetUnicodeCategory(first) == UnicodeCategory.Control && !char.IsWhiteSpace(first) => null,
            _ => unicode,
        };
    }

    private static bool IsBold(FontDetails? font) =>
        font is not null && (font.IsBold || font.Weight >= 600
            || (font.Name is { } name && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.OrdinalIgnoreCase) || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase))));
}
