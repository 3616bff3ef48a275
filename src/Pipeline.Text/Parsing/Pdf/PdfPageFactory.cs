using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>Makes pages of characters only. The library's own pages keep every line and picture too, without bounds.</summary>
/// <remarks>The library makes it, with these parameters, so the budget comes by way of the filters.</remarks>
internal sealed class PdfPageFactory(
    IPdfTokenScanner pdfScanner,
    IResourceStore resourceStore,
    ILookupFilterProvider filterProvider,
    IPageContentParser pageContentParser,
    UglyToad.PdfPig.ParsingOptions parsingOptions)
    : BasePageFactory<PdfPage>(pdfScanner, new PdfResources(resourceStore, pdfScanner, filterProvider, BudgetOf(parsingOptions)), filterProvider, pageContentParser, parsingOptions)
{
    /// <inheritdoc/>
    protected override PdfPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations)
    {
        var processor = new PdfGlyphProcessor(
            pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider, cropBox, userSpaceUnit, rotation, in initialMatrix, ParsingOptions, BudgetOf(ParsingOptions));
        return processor.Process(pageNumber, operations);
    }

    private static PdfBudget BudgetOf(UglyToad.PdfPig.ParsingOptions options) => ((BudgetedFilterProvider)options.FilterProvider!).Budget;
}
