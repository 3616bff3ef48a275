using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Collects the dates of publication and of change that a page gives, and chooses among them.</summary>
internal sealed class DateFinder
{
    private readonly HtmlPage _page;
    private readonly DateWindow _window;
    private readonly DayOrder _order;
    private readonly List<DateClaim> _published = [];
    private readonly List<DateClaim> _modified = [];

    private DateFinder(HtmlPage page, DateTimeOffset? received)
    {
        _page = page;
        _window = new DateWindow(received);
        _order = PageDayOrder.Of(page);
    }

    /// <summary>Finds the dates of a page.</summary>
    public static (PublicationDate? Published, PublicationDate? Modified) Find(HtmlPage page, Headline headline, DateTimeOffset? received)
    {
        var finder = Collect(page, headline, received);
        return (DateTrust.Choose(finder._published), DateTrust.Choose(finder._modified));
    }

    /// <summary>Collects the dates of a page.</summary>
    internal static DateFinder Collect(HtmlPage page, Headline headline, DateTimeOffset? received)
    {
        var finder = new DateFinder(page, received);
        finder.CollectData();
        finder.CollectMeta();
        finder.CollectElements(headline);
        finder.CollectVisible(headline);
        finder.CollectAddress();
        if (finder._published.Count == 0)
        {
            finder.CollectAnnounced();
        }

        if (finder._published.Count == 0)
        {
            finder.CollectScripts();
        }

        return finder;
    }

    private void CollectData()
    {
        var article = _page.Article;
        Claim(_published, article.Text("datePublished"), DateSource.Article);
        if (_published.Count == 0)
        {
            Claim(_published, article.Text("dateCreated") ?? article.Text("dateIssued"), DateSource.Article);
        }

        Claim(_modified, article.Text("dateModified"), DateSource.Article);
        Claim(_published, JsonLd.JsonLdValues.Text(article.Page?["datePublished"] ?? article.Page?["uploadDate"]), DateSource.Page);
        Claim(_modified, JsonLd.JsonLdValues.Text(article.Page?["dateModified"]), DateSource.Page);
    }

    private void CollectMeta()
    {
        foreach (var (name, source) in DateMetaNames.Published)
        {
            Claim(_published, _page.Meta.First(name), source);
        }

        foreach (var name in DateMetaNames.Modified)
        {
            Claim(_modified, _page.Meta.First(name), DateSource.OpenGraph);
        }
    }

    private void CollectElements(Headline headline)
    {
        DateClaim? first = null;
        foreach (var hint in _page.Hints)
        {
            if (!hint.Kind.HasFlag(HintKind.Date) || hint.RunCount > 20)
            {
                continue;
            }

            var marked = hint.Kind.HasFlag(HintKind.Marked);
            var element = hint.Element;
            var value = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? (marked || element.LocalName == "time" ? _page.TextOf(hint) : null);
            if (value is null || !TryRead(value, out var date))
            {
                continue;
            }

            if (hint.Kind.HasFlag(HintKind.Modified) && !hint.Kind.HasFlag(HintKind.Published))
            {
                _modified.Add(new DateClaim(date, DateSource.Microdata));
            }
            else if (hint.Kind.HasFlag(HintKind.Published) && (marked || element.LocalName == "time"))
            {
                var source = marked ? DateSource.Microdata : DateSource.PublishedTime;
                if (!_published.Exists(claim => claim.Source == source))
                {
                    _published.Add(new DateClaim(date, source));
                }
            }
            else if (element.LocalName == "time" && (first is null || (first.Value.Source == DateSource.Script && hint.FirstRun >= headline.Run)))
            {
                first = new DateClaim(date, hint.FirstRun >= headline.Run ? DateSource.Time : DateSource.Script);
            }
        }

        if (first is { } time && !VisibleDates.IsChange(_page, FirstRun(time)))
        {
            _published.Add(time with { Source = DateSource.Time });
        }
    }

    private int FirstRun(DateClaim time) =>
        _page.Hints.Where(hint => hint.Element.LocalName == "time" && TryRead(hint.Element.GetAttribute("datetime") ?? _page.TextOf(hint), out var date) && date == time.Date).Select(hint => hint.FirstRun).FirstOrDefault();

    private void CollectVisible(Headline headline)
    {
        var dates = VisibleDates.Find(_page, headline, _order, _window);
        if (dates.Published is { } published)
        {
            _published.Add(new DateClaim(published, DateSource.Visible));
        }
        else if (dates.Above is { } above)
        {
            _published.Add(new DateClaim(above, DateSource.Above));
        }

        if (dates.Modified is { } modified)
        {
            _modified.Add(new DateClaim(modified, DateSource.Visible));
        }
    }

    private void CollectAnnounced()
    {
        var (published, modified) = VisibleDates.FindAnnounced(_page, _order, _window);
        if (published is { } first)
        {
            _published.Add(new DateClaim(first, DateSource.Visible));
        }

        if (modified is { } change && _modified.Count == 0)
        {
            _modified.Add(new DateClaim(change, DateSource.Visible));
        }
    }

    private void CollectAddress()
    {
        if (AddressDate.Read(_page.Address) is { } day && _window.Contains(day))
        {
            _published.Add(new DateClaim(new PublicationDate(day), DateSource.Address));
        }
    }

    private void CollectScripts()
    {
        foreach (var script in _page.InlineScripts)
        {
            if (ScriptDate.Find(script.TextContent, _order, _window) is { } date)
            {
                _published.Add(new DateClaim(date, DateSource.Script));
                return;
            }
        }
    }

    private void Claim(List<DateClaim> claims, string? value, DateSource source)
    {
        if (value is not null && TryRead(value, out var date))
        {
            claims.Add(new DateClaim(date, source));
        }
    }

    private bool TryRead(string value, out PublicationDate date) => MachineDate.TryParse(value, _order, out date) && _window.Contains(date.Day);
}
