using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Tells how a page orders day and month, by the language and region that it declares and by its domain.</summary>
internal static class PageDayOrder
{
    /// <summary>Returns the order; unknown for English of no region.</summary>
    public static DayOrder Of(HtmlPage page)
    {
        var tag = (page.Document.DocumentElement.GetAttribute("lang") is { Length: > 0 } lang ? lang : page.Meta.First("og:locale", "content-language") ?? "").Trim().Replace('_', '-');
        var host = Uri.TryCreate(page.Address, UriKind.Absolute, out var uri) ? uri.Host : "";
        var domain = host[(host.LastIndexOf('.') + 1)..];
        if (domain is "uk" or "au" or "nz" or "ie" or "in" or "za" or "ng" or "ke" or "sg" or "my" or "pk" or "bd")
        {
            return DayOrder.DayFirst;
        }

        if (tag.Equals("en-US", StringComparison.OrdinalIgnoreCase))
        {
            return DayOrder.MonthFirst;
        }

        // Canada and the Philippines write both; the languages that put the year first write no third way.
        var language = tag.Split('-')[0].ToLowerInvariant();
        return language is "" or "en" || tag.EndsWith("-CA", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-PH", StringComparison.OrdinalIgnoreCase) || tag.EndsWith("-US", StringComparison.OrdinalIgnoreCase)
            ? RegionOrder(tag)
            : DayOrder.DayFirst;
    }

    private static DayOrder RegionOrder(string tag) =>
        tag.Length == 5 && !(tag[3..].Equals("CA", StringComparison.OrdinalIgnoreCase) || tag[3..].Equals("PH", StringComparison.OrdinalIgnoreCase) || tag[3..].Equals("US", StringComparison.OrdinalIgnoreCase))
            ? DayOrder.DayFirst
            : DayOrder.Unknown;
}
