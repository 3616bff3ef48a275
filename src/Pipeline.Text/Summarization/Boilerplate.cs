using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;
using Pipeline.Text.Parsing.PlainText;

namespace Pipeline.Text.Summarization;

/// <summary>
/// Tells sentences that are furniture of the page, not of the story: short lines that speak to the reader, name or date the page, or speak
/// of the article itself. The words of furniture are the subject of news, too: none of them decides without the form of the line.
/// </summary>
internal static class Boilerplate
{
    // The longest label, byline, call to the reader; a notice about the page has more. In words; chosen.
    private const int MaxLabelWords = 12;
    private const int MaxNoticeWords = 30;

    // "Last updated on Monday, 3 March 2024 at 10:15 a.m. EST". In UTF-16 code units.
    private const int MaxDateLength = 80;

    // "A previously published version of this article", "This article was last week updated". In words.
    private const int MaxWordsToDocument = 6;
    private const int MaxWordsToFate = 5;

    // Labels end in a colon, calls speak to the reader: whatever follows belongs to them.
    private static readonly string[] Openings =
    [
        "read more", "read also", "also read", "read the full", "see also", "related:", "scroll down", "sign up for ", "sign up here", "sign up to ", "sign up now", "subscribe to ", "subscribe now",
        "subscribe today", "subscribe here", "follow us", "follow him on", "follow her on", "follow me on", "share this", "enlarge this image", "enable javascript",
        "for more information", "for more on ", "for more news", "for more stories", "for more details", "for more coverage", "watch:", "video:", "photo:", "photos:", "image:", "picture:", "listen:",
        "published:", "posted:", "source:", "update:", "updated:", "correction:", "editor's note", "editor’s note", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "©",
        "we use cookies", "this site uses cookies", "this website uses cookies", "inscreva-se", "assine já", "suscríbase", "suscríbete", "síganos en", "síguenos en", "abonnez-vous", "inscrivez-vous",
        "suivez-nous", "abonnieren sie", "folgen sie uns", "iscriviti", "seguici su", "подписывайтесь на", "подпишитесь на",
    ];

    // What pages print of themselves: a line without a full stop.
    private static readonly string[] Stamps =
    [
        "posted on ", "posted by ", "posted in ", "published on ", "published by ", "written by ", "filed under ", "last updated ", "reported by ", "reporting by ", "updated ", "update ",
        "getty images", "file photo", "image copyright", "image caption", "image source", "image credit", "advertisement", "copyright", "all rights reserved", "privacy policy", "terms of service", "cookies",
    ];

    // What nobody but the page says.
    private static readonly string[] Notices =
    [
        "click here", "scroll down for", "all rights reserved.", "sign up for our", "subscribe to our", "follow us on", "enable javascript", "republished with permission", "replay more videos", "you agree to our",
        "our privacy policy", "our terms of service", "our terms of use", "contributed to this report", "contributed to this story", "contributed to this article", "post has been updated",
        "may earn a commission", "may earn commission", "affiliate commission", "affiliate link", "we independently select", "our editors independently", "on twitter at @", "on twitter @", "; editing by ",
    ];

    private static readonly string[] Documents = ["article", "story", "post", "piece", "column", "essay", "commentary", "interview", "transcript", "op"];

    private static readonly string[] Fates =
        ["updated", "corrected", "amended", "edited", "published", "republished", "produced", "translated", "adapted", "excerpted", "reprinted", "appeared", "misstated", "misspelled", "incorrectly"];

    /// <summary>Says whether a sentence is furniture.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wordCount">Its length in words.</param>
    public static bool Contains(ReadOnlySpan<char> sentence, int wordCount) =>
        IsAside(sentence)
        || (wordCount <= MaxLabelWords && (StartsWithAny(sentence, Openings) || ReaderCalls.OpeningLength(sentence) > 0 || IsByline(sentence)))
        || (StartsWithAny(sentence, Stamps) && !SentenceShape.EndsSentence(sentence))
        || (wordCount <= MaxNoticeWords && (IsNotice(sentence) || TellsOfDocument(sentence)))
        || IsReachedAt(sentence)
        || IsDate(sentence);

    // "By Jane Doe", "By Jane Doe, Staff Writer."; not "By noon the fire was out."
    private static bool IsByline(ReadOnlySpan<char> sentence) =>
        sentence.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && (!SentenceShape.EndsSentence(sentence) || BylineParser.Parse(sentence.TrimEnd('.').ToString()) is not null);

    // "(You may recall him from the debate.)"
    private static bool IsAside(ReadOnlySpan<char> sentence) => sentence[0] is '(' or '[' && sentence[^1] is ')' or ']' && sentence[1..].IndexOfAny('(', '[') < 0;

    // Somebody who is quoted may say the same.
    private static bool IsNotice(ReadOnlySpan<char> sentence)
    {
        foreach (var notice in Notices)
        {
            if (sentence.IndexOf(notice, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !sentence[..at].ContainsAny('"', '“', '«'))
            {
                return true;
            }
        }

        return false;
    }

    // "This article was updated on Monday.", "A version of this story first appeared in the Herald."
    private static bool TellsOfDocument(ReadOnlySpan<char> sentence)
    {
        var words = new WordWalk(sentence);
        for (var i = 0; i <= MaxWordsToDocument && words.MoveNext(); i++)
        {
            if (words.Current is "this" or "This" && !words.IsQuoted)
            {
                return words.MoveNext() && IsAny(words.Current, Documents) && MeetsFate(words);
            }
        }

        return false;
    }

    private static bool MeetsFate(WordWalk words)
    {
        for (var i = 0; i < MaxWordsToFate && words.MoveNext(); i++)
        {
            if (IsAny(words.Current, Fates))
            {
                return true;
            }
        }

        return false;
    }

    // "Ida Lund can be reached at ida@herald.example."
    private static bool IsReachedAt(ReadOnlySpan<char> sentence) =>
        sentence.IndexOf(" can be reached at ", StringComparison.OrdinalIgnoreCase) is > 0 and var at && (sentence[at..].Contains('@') || sentence[at..].ContainsAnyInRange('0', '9'));

    // "10:15 a.m.", "Publié le 3 mars 2024 à 10h15"
    private static bool IsDate(ReadOnlySpan<char> sentence) =>
        sentence.Length <= MaxDateLength && sentence.ContainsAnyInRange('0', '9') && (HeaderDates.TryRead(sentence.TrimEnd('.').ToString(), new HeaderFields()) || IsTime(sentence));

    private static bool IsTime(ReadOnlySpan<char> sentence)
    {
        var scanner = new TextScanner(sentence);
        return TimeOfDayParser.TryRead(ref scanner, out _, out _) && scanner.Rest.Trim(" .,;|·•-–—()").IsEmpty;
    }

    private static bool IsAny(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> sentence, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (sentence.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
