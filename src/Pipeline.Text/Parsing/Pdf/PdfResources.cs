using System.Diagnostics.CodeAnalysis;
using Pipeline.Text.Parsing.Pdf.Fonts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>
/// The resources of pages and drawings without what has no text: colours, patterns and shadings, whose functions can call
/// themselves or hold thousands of millions of samples. Fonts are checked before the library reads them (<see cref="PdfFontCheck"/>).
/// </summary>
/// <param name="inner">The library's own.</param>
/// <param name="scanner">Finds objects.</param>
/// <param name="filters">Expands streams.</param>
/// <param name="budget">What the document may use up.</param>
internal sealed class PdfResources(IResourceStore inner, IPdfTokenScanner scanner, ILookupFilterProvider filters, PdfBudget budget) : IResourceStore
{
    private readonly PdfFontCheck _fonts = new(scanner, filters, budget);
    private readonly Dictionary<DictionaryToken, DictionaryToken> _reduced = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        budget.AddOperation();
        if (!_reduced.TryGetValue(resourceDictionary, out var reduced))
        {
            _fonts.CheckAll(resourceDictionary);
            reduced = resourceDictionary.Without(NameToken.ColorSpace).Without(NameToken.Pattern).Without(NameToken.Shading);
            _reduced.Add(resourceDictionary, reduced);
        }

        inner.LoadResourceDictionary(reduced);
    }

    /// <inheritdoc/>
    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken)
    {
        _fonts.Check(fontReferenceToken);
        return inner.GetFontDirectly(fontReferenceToken);
    }

    /// <inheritdoc/>
    public void UnloadResourceDictionary() => inner.UnloadResourceDictionary();

    /// <inheritdoc/>
    public IFont? GetFont(NameToken name) => inner.GetFont(name);

    /// <inheritdoc/>
    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => inner.TryGetXObject(name, out stream);

    /// <inheritdoc/>
    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => inner.TryGetXObjectReference(name, out reference);

    /// <inheritdoc/>
    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => inner.GetExtendedGraphicsStateDictionary(name);

    /// <inheritdoc/>
    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => inner.TryGetNamedColorSpace(name, out namedColorSpace);

    /// <inheritdoc/>
    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => inner.GetColorSpaceDetails(name, dictionary);

    /// <inheritdoc/>
    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => inner.GetDeviceColorSpaceDetails(deviceColorSpace);

    /// <inheritdoc/>
    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => inner.GetMarkedContentPropertiesDictionary(name);

    /// <inheritdoc/>
    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => inner.GetPatterns();

    /// <inheritdoc/>
    public Shading GetShading(NameToken name) => inner.GetShading(name);
}
