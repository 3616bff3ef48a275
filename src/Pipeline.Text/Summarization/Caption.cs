using System.Buffers;

namespace Pipeline.Text.Summarization;

/// <summary>Tells what stands under pictures and videos from the story.</summary>
internal static class Caption
{
    /// <summary>The longest paragraph that is a caption because it holds a picture's credit. In UTF-16 code units; chosen.</summary>
    public const int MaxLength = 400;

    // How many words a photographer's or an agency's name has behind "Photo by". Chosen.
    private const int MaxCreditWords = 4;

    // What may stand behind a credit at the end.
    private const string Ends = " .,;)]";

    // Nothing but a credit holds these.
    private static readonly SearchValues<string> Credits = SearchValues.Create(
        ["/AP Photo", "AP Photo/", "/Getty Images", "Getty Images/", "Image copyright", "Image caption", "Media caption", "(Photo ", "(AP/", "(Reuters:", "File photo)"], StringComparison.OrdinalIgnoreCase);

    // These are a credit where a text ends behind them, or behind a name: else news speaks of them.
    private static readonly string[] ClosingCredits =
        ["/Getty", "/Reuters", "/AP", "/AFP", "/EPA", "/POLITICO", "/Bloomberg", "(AP)", "(AFP)", "(Reuters)", "via Getty Images", "/Shutterstock", "via Shutterstock", "via AP", "via Reuters", "via AFP"];

    private static readonly string[] NamedCredits = ["Photo:", "Photo by ", "Photograph by ", "Photograph:", "Picture:", "File photo", "Video provided by ", "Image source", "Photo courtesy of "];

    private static readonly SearchValues<string> AnyNamedCredit = SearchValues.Create(NamedCredits, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Openings =
        ["|", "CLOSE ", "Image:", "Image credit", "Image source", "Image courtesy", "FILE PHOTO", "FILE -", "FILE –", "FILE —", "File -", "Pictured:", "Pictured above", "Pictured left", "Pictured right", "Above:", "Below:", "Left:", "Right:"];

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Says whether a text holds the credit of a picture or a video, or ends in one.</summary>
    public static bool HasCredit(ReadOnlySpan<char> text) => text.ContainsAny(Credits) || EndsInCredit(text);

    /// <summary>Says whether a sentence is a caption: it opens as one, holds a credit, or ends in a place and a full date.</summary>
    public static bool IsMatch(ReadOnlySpan<char> sentence)
    {
        foreach (var opening in Openings)
        {
            if (sentence.StartsWith(opening, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return HasCredit(sentence) || EndsInDate(sentence);
    }

    // "… in Oslo, Norway, November 9, 2017." or "…, Thursday, Nov. 9, 2017."; a story says "on November 9, 2017".
    private static bool EndsInDate(ReadOnlySpan<char> sentence)
    {
        var rest = sentence.TrimEnd(". )");
        var year = LastWord(ref rest);
        var day = LastWord(ref rest);
        var month = LastWord(ref rest);
        return year.Length == 4 && !year.ContainsAnyExceptInRange('0', '9')
            && day is [.. { Length: 1 or 2 } number, ','] && !number.ContainsAnyExceptInRange('0', '9')
            && month.Length >= 3 && IsMonth(month)
            && rest.EndsWith(",") && !IsOnWeekday(rest);
    }

    private static bool IsOnWeekday(ReadOnlySpan<char> rest)
    {
        var weekday = LastWord(ref rest);
        return weekday.EndsWith("day,") && LastWord(ref rest) is "on" or "On";
    }

    private static bool IsMonth(ReadOnlySpan<char> word)
    {
        foreach (var month in Months)
        {
            if (word.StartsWith(month, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> LastWord(ref ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var space = text.LastIndexOf(' ');
        var word = text[(space + 1)..];
        text = text[..Math.Max(0, space)].TrimEnd();
        return word;
    }

    private static bool EndsInCredit(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(Ends);
        foreach (var mark in ClosingCredits)
        {
            // Some marks end themselves in what is trimmed.
            var end = bare.Length + mark.Length - mark.AsSpan().TrimEnd(Ends).Length;
            if (end <= text.Length && text[..end].EndsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        if (!text.ContainsAny(AnyNamedCredit))
        {
            return false;
        }

        foreach (var mark in NamedCredits)
        {
            if (text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && SummaryLength.CountWords(text[(at + mark.Length)..]) <= MaxCreditWords)
            {
                return true;
            }
        }

        return false;
    }
}
