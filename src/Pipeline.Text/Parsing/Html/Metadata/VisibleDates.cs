using AngleSharp.Dom;
using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>The dates that a reader sees around a headline.</summary>
/// <param name="Published">The first below it that is not of a change.</param>
/// <param name="Modified">The first that is of a change.</param>
/// <param name="Above">The last in the lines above it.</param>
internal readonly record struct VisibleDates(PublicationDate? Published, PublicationDate? Modified, PublicationDate? Above)
{
    // Standfirst, byline, buttons and a first paragraph stand between a headline and its date at most. Chosen on labelled pages.
    private const int MaxCharactersBelow = 1_500;
    private const int MaxRunsBelow = 80;
    private const int MaxRunsAbove = 15;
    private const int MaxLineLength = 160;
    private const int MaxLabelLength = 40;
    private const int MaxRunsAfterAuthor = 3;

    private static readonly string[] ChangeWords =
    [
        "updated", "update:", "modified", "reviewed", "revised", "edited", "checked on", "aktualisiert", "geändert", "mis à jour", "modifié", "mise à jour", "actualizado", "actualización", "aggiornato",
        "aggiornamento", "atualizado", "atualização", "bijgewerkt", "gewijzigd", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "muokattu", "aktualizováno", "zaktualizowano", "aktualizacja",
        "frissítve", "actualizat", "güncellen", "güncelleme", "diperbarui", "cập nhật", "обновлено", "оновлено", "ενημέρωση", "ενημερώθηκε", "עודכן", "تحديث", "به‌روزرسانی", "अपडेट", "আপডেট", "更新", "수정", "업데이트", "อัปเดต",
    ];

    private static readonly string[] PublicationWords =
    [
        "publish", "first published", "originally published", "posted", "date published", "release date", "veröffentlicht", "publié", "publicado", "publicación", "pubblicato", "gepubliceerd", "publicerad", "publisert", "udgivet", "julkaistu",
        "opublikowano", "publikováno", "megjelent", "publicat", "yayın", "diterbitkan", "опубликован", "опубліковано", "δημοσίευση", "发布", "發布", "公開", "掲載", "게시", "입력", "đăng", "เผยแพร่", "نشر", "פורסם",
    ];

    /// <summary>Reads the lines around a headline.</summary>
    public static VisibleDates Find(HtmlPage page, Headline headline, DayOrder order, DateWindow window)
    {
        PublicationDate? published = null, modified = null, above = null;
        var below = 0;
        var last = "";
        foreach (var (line, first) in PageLines.Around(page, Math.Max(0, headline.Run - MaxRunsAbove), headline.Run + MaxRunsBelow))
        {
            if (line.Length <= MaxLineLength && !line.Contains('©', StringComparison.Ordinal))
            {
                var from = 0;
                while (DateInText.Find(line, from, order) is { } found)
                {
                    var label = found.Start < MaxLabelLength && from == 0 ? last + " " + line[..found.Start] : line[from..found.Start];
                    from = found.End;
                    if (!window.Contains(found.Date.Day))
                    {
                        continue;
                    }

                    if (IsChangeLabel(label))
                    {
                        modified ??= found.Date;
                    }
                    else if (first >= headline.Run)
                    {
                        published ??= found.Date;
                    }
                    else if (!IsOfTheSite(page, headline, first))
                    {
                        above = found.Date;
                    }
                }
            }

            below += first >= headline.Run ? line.Length : 0;
            if (below > MaxCharactersBelow)
            {
                break;
            }

            last = line.Length <= MaxLabelLength ? line : "";
        }

        return new VisibleDates(published, modified, above);
    }

    /// <summary>Finds dates anywhere on a page that a word announces, as under the end of an article; else the only day that stands alone in a line beside an author.</summary>
    public static (PublicationDate? Published, PublicationDate? Modified) FindAnnounced(HtmlPage page, DayOrder order, DateWindow window)
    {
        PublicationDate? modified = null;
        var beside = new List<PublicationDate>();
        var besideAuthors = page.Hints.Where(hint => hint.Kind.HasFlag(HintKind.Author)).SelectMany(hint => Enumerable.Range(hint.FirstRun, MaxRunsAfterAuthor + 1)).ToHashSet();
        var last = "";
        foreach (var (line, first) in PageLines.Around(page, 0, page.Runs.Count))
        {
            if (line.Length <= MaxLineLength && DateInText.Find(line, 0, order) is { } found && found.Start < MaxLabelLength && window.Contains(found.Date.Day))
            {
                var label = found.Start == 0 ? last : line[..found.Start];
                if (Array.Exists(PublicationWords, word => label.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                {
                    return (found.Date, modified);
                }

                modified ??= IsChangeLabel(label) ? found.Date : null;
                if (found.Start == 0 && found.End == line.Length && besideAuthors.Contains(first))
                {
                    beside.Add(found.Date);
                }
            }

            last = line.Length <= MaxLabelLength ? line : "";
        }

        // Several days are those of teasers.
        return (beside.Select(date => date.Day).Distinct().Count() == 1 ? beside[0] : null, modified);
    }

    /// <summary>Tells whether what stands before a piece of text announces a change.</summary>
    public static bool IsChange(HtmlPage page, int run) =>
        run > 0 && run <= page.Runs.Count && IsChangeLabel(page.Runs[run - 1].Text + (run < page.Runs.Count ? " " + page.Runs[run].Text : ""));

    /// <summary>Tells whether a line above the headline is of the site's head: the day on which the page was looked at.</summary>
    private static bool IsOfTheSite(HtmlPage page, Headline headline, int run)
    {
        for (IElement? element = page.Runs[run].Parent; element is not null; element = element.ParentElement)
        {
            if (element.LocalName is "header" or "nav")
            {
                return headline.Element is not { } shown || !element.Contains(shown);
            }
        }

        return false;
    }

    private static bool IsChangeLabel(string label)
    {
        label = label.Length > MaxLabelLength ? label[^MaxLabelLength..] : label;
        return Array.Exists(ChangeWords, word => label.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !label.Contains("publish", StringComparison.OrdinalIgnoreCase) && !label.Contains("posted", StringComparison.OrdinalIgnoreCase);
    }
}
