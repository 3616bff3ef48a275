using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Faq;
using Pipeline.Text.Parsing.Elements.Quotations;
using Pipeline.Text.Parsing.Elements.Titles;

namespace Pipeline.Text.Parsing.Assembly;

/// <summary>
/// Makes an article of what a reader found: takes the dateline, the closing matter and the FAQ out of the body, tells the
/// language, derives what the file does not name. The one place where that is done, for all formats. Safe for use by several threads.
/// </summary>
/// <param name="languageIdentifier">Tells the language of the body.</param>
public sealed class ArticleAssembler(LanguageIdentifier languageIdentifier)
{
    // Fewer are what stands in place of a text: "[Removed]", "Read more".
    private const int MinGistWords = 3;

    // Under a title, so many items of a list or rows of a table that say something are an article: results, schedules, candidates. Chosen.
    private const int MinListItems = 3;

    /// <summary>Makes the article that a file is, or says why there is none.</summary>
    /// <param name="draft">What was found.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal ParsedItem Assemble(ArticleDraft draft, CancellationToken cancellationToken) => Assemble(draft, itemId: null, cancellationToken);

    /// <summary>Makes the article, or says why there is none.</summary>
    /// <param name="draft">What was found.</param>
    /// <param name="itemId">What names the item inside a file of several; null where the file is the article.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal ParsedItem Assemble(ArticleDraft draft, string? itemId, CancellationToken cancellationToken)
    {
        var (remaining, reporters) = ClosingMatter.Remove(draft.Passages, draft.Authors, cancellationToken);
        var (opened, dateline) = CutDateline(remaining);
        var (told, announced) = FaqExtractor.Extract(opened, cancellationToken);
        var (unmarked, labelled) = LabelledFaq.Extract(told, cancellationToken);
        var body = MarkedPairs.Remove(unmarked, draft.Faq);
        if (!body.Any(draft.NamesText ? IsGist : IsProse) && !(draft.Title is not null && IsList(body)))
        {
            return ParsedItem.Rejected(RejectionReason.NoParagraphs, "There is no paragraph of prose in the text, nor a list or table under a title.", itemId);
        }

        var (text, blocks) = ArticleBody.Join(body);
        var language = languageIdentifier.Identify(text);
        var dates = new DateWindow(draft.Received);
        var modified = dates.Keep(draft.Modified);
        var published = dates.Keep(draft.Published) ?? dates.Keep(dateline?.Published) ?? modified;
        return ParsedItem.Read(
            new Article
            {
                Format = draft.Format,
                Title = draft.Title ?? DerivedTitle.From(body.First(IsProse).Text),
                TitleDerived = draft.Title is null,
                Published = published,
                Modified = modified?.Day >= published?.Day ? modified : null,
                Language = language?.Code ?? draft.DeclaredLanguage,
                LanguageConfidence = language?.Confidence ?? (draft.DeclaredLanguage is null ? null : 0),
                Authors = draft.Authors.Count > 0 ? draft.Authors : reporters,
                Source = draft.Source ?? dateline?.Source,
                Url = draft.Url,
                Subjects = draft.Subjects,
                Text = text,
                Blocks = blocks,
                Faq = MarkedPairs.Join(draft.Faq, [.. announced, .. labelled]),
                Quotations = QuotationReader.Read(text, blocks, language?.Code ?? draft.DeclaredLanguage, cancellationToken),
            },
            itemId);
    }

    /// <summary>Takes the dateline off the first paragraph.</summary>
    private static (IReadOnlyList<Passage> Passages, Dateline? Dateline) CutDateline(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Kind == BlockKind.Paragraph && SentenceShape.IsProse(passages[i].Text))
            {
                var dateline = DatelineParser.Parse(passages[i].Text);
                return dateline is null
                    ? (passages, null)
                    : ([.. passages.Take(i), passages[i] with { Text = passages[i].Text[dateline.Length..] }, .. passages.Skip(i + 1)], dateline);
            }
        }

        return (passages, null);
    }

    private static bool IsGist(Passage passage) => passage.Text.Split(' ').Count(word => word.Any(char.IsLetter)) >= MinGistWords;

    private static bool IsList(IReadOnlyList<Passage> body) =>
        body.Count(passage => passage.Kind is BlockKind.ListItem or BlockKind.TableRow && IsGist(passage)) >= MinListItems;

    private static bool IsProse(Passage passage) => passage.Kind != BlockKind.Heading && SentenceShape.IsProse(passage.Text);
}
