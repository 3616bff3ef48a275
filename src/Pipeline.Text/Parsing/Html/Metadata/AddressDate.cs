using Pipeline.Text.Parsing.Dates;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads the date that an address has in its path: <c>/2023/11/17/</c>, <c>/2023-11-17-title</c>, <c>/20231117/</c>, <c>/2023/nov/17/</c>.</summary>
internal static class AddressDate
{
    /// <summary>Returns the day, or null where there is none, only a month, or one that does not exist.</summary>
    public static DateOnly? Read(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath.AsSpan();
        for (var i = 1; i < path.Length; i++)
        {
            if (char.IsAsciiDigit(path[i]) && path[i - 1] is '/' or '-' or '_' && ReadAt(path[i..]) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? ReadAt(ReadOnlySpan<char> path)
    {
        var scanner = new TextScanner(path);
        if (scanner.ReadNumber(8, 8) is >= 0 and var compact)
        {
            return Create(compact / 10_000, compact / 100 % 100, compact % 100, scanner.Current);
        }

        var year = scanner.ReadNumber(4, 4);
        var separator = scanner.Current;
        if (year < 0 || separator is not ('/' or '-' or '_'))
        {
            return null;
        }

        scanner.Position++;
        var month = scanner.ReadNumber(1, 2);
        month = month >= 0 ? month : MonthNames.Month(scanner.ReadLetters()) ?? -1;
        return month >= 0 && scanner.Skip(separator) ? Create(year, month, scanner.ReadNumber(1, 2), scanner.Current) : null;
    }

    // Addresses of pages begin with the web. 1995: the first newspapers on it.
    private static DateOnly? Create(int year, int month, int day, char next) =>
        year is >= 1995 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && !char.IsAsciiLetterOrDigit(next)
            ? new DateOnly(year, month, day)
            : null;
}
