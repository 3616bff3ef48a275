using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Text.Parsing.Pdf;

/// <summary>Gives the PDF library its filters, each behind a count of what it expands to.</summary>
/// <param name="budget">What the document may use up.</param>
internal sealed class BudgetedFilterProvider(PdfBudget budget) : IFilterProvider
{
    private static readonly IFilterProvider Filters = DefaultFilterProvider.Instance;

    /// <summary>Gets what the document may use up.</summary>
    public PdfBudget Budget => budget;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        // Also for a stream without filters, which some files ask for over and over.
        budget.AddDecoded(0);
        return Wrap(Filters.GetFilters(dictionary));
    }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Wrap(Filters.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Wrap(Filters.GetAllFilters());

    private IReadOnlyList<IFilter> Wrap(IReadOnlyList<IFilter> filters) =>
        filters.Count == 0 ? filters : [.. filters.Select(filter => new BudgetedFilter(filter, budget))];
}
