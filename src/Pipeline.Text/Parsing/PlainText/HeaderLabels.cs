using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.PlainText;

/// <summary>What a label such as <c>Title:</c> announces.</summary>
internal enum HeaderLabel
{
    Title,
    Published,
    Updated,
    Author,
    Source,
    Url,

    /// <summary>The body starts behind it.</summary>
    Body,

    /// <summary>Something an article does not keep.</summary>
    Other,
}

/// <summary>Knows the labels of header lines.</summary>
internal static class HeaderLabels
{
    private static readonly FrozenDictionary<string, HeaderLabel>.AlternateLookup<ReadOnlySpan<char>> Labels = new Dictionary<HeaderLabel, string>
    {
        [HeaderLabel.Title] = "title|headline|head|titre|titel|título|titolo",
        [HeaderLabel.Published] = "date|dated|published|published on|published at|published date|first published|first published on|originally published|originally published on|publication date|publish date|date published|posted|posted on|posted at|released|release date|issued|released on|created|pubdate|datum|fecha|data|"
            + "veröffentlicht am|veröffentlicht|erschienen am|publié le|publié|publiée le|mis en ligne le|posté le|publicado el|publicado em|publicado|publicada el|pubblicato il|pubblicato|gepubliceerd op|gepubliceerd|geplaatst op|"
            + "opublikowano|data publikacji|publicerad|publisert|udgivet|julkaistu|опубликовано|дата публикации|yayınlanma|yayın tarihi|giriş tarihi|입력|등록|发布时间|发布于|發布時間|公開日|掲載日|게시",
        [HeaderLabel.Updated] = "updated|updated on|updated at|last updated|last updated on|last modified|last modified on|modified|date modified|date updated|last update|"
            + "aktualisiert am|aktualisiert|zuletzt aktualisiert|stand|mis à jour le|mis à jour|modifié le|actualizado el|actualizado|atualizado em|atualizado|aggiornato il|aggiornato|bijgewerkt op|bijgewerkt|"
            + "zaktualizowano|uppdaterad|oppdatert|opdateret|päivitetty|обновлено|güncelleme tarihi|güncelleme|güncellenme|수정|aangepast op|aangepast|geüpdatet|modifié|ändrad|senast uppdaterad|sidst opdateret|更新时间|更新時間|更新日|更新",
        [HeaderLabel.Author] = "author|authors|author(s)|by|byline|writer|reporter|reporters|written by|autor|autorin|autora|auteur|autrice|autore|texte|redacción|作者|記者|记者|기자|文",
        [HeaderLabel.Source] = "来源|來源|출처|source|publisher|publication|outlet|newspaper|agency|news agency|site|website|quelle|fuente|fonte",
        [HeaderLabel.Url] = "url|link|permalink|canonical|canonical url|source url|web|article url",
        [HeaderLabel.Body] = "text|body|content|article|story|full text|article text",
        [HeaderLabel.Other] = "category|categories|section|dateline|length|load-date|document-type|publication-type|publication type|journal code|graphic|责任编辑|編輯|编辑|tags|tag|keywords|keyword|topic|topics|language|lang|id|slug|word count|words|reading time|read time|edition|page|type|format|encoding|version",
    }.SelectMany(pair => pair.Value.Split('|').Select(name => (name, label: pair.Key)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.label, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // Longest first, so that "published on" is not read as "published".
    private static readonly (string Word, HeaderLabel Label)[] DateWords =
        [.. Labels.Dictionary.Where(pair => pair.Value is HeaderLabel.Published or HeaderLabel.Updated).OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Splits a line at the colon of a known label.</summary>
    /// <returns>The label and what follows it, or null.</returns>
    public static (HeaderLabel Label, string Value)? Split(string line)
    {
        var text = line.AsSpan().TrimStart("*_ ");
        var colon = text.IndexOfAny(':', '：');
        return colon is > 0 and <= 30 && Labels.TryGetValue(text[..colon].Trim(" *_"), out var label)
            ? (label, text[(colon + 1)..].Trim(" *_").ToString())
            : null;
    }

    /// <summary>Takes a word that announces a date off the start of a line, its colon included.</summary>
    /// <returns>The label, and how many characters belong to the word and the spaces after it; null where there is none.</returns>
    public static (HeaderLabel Label, int Length)? FindDateWord(string line)
    {
        foreach (var (word, label) in DateWords)
        {
            if (line.Length > word.Length + 1 && line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && line[word.Length] is ' ' or ':' or '：')
            {
                var end = word.Length;
                while (end < line.Length && line[end] is ' ' or ':' or '：')
                {
                    end++;
                }

                return (label, end);
            }
        }

        return null;
    }
}
