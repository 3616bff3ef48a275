using System.Buffers;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Kinds of phrases that mark text of the page, not of the article. The order is that of the features of the model: add at the end.</summary>
internal enum PhraseCue
{
    Copyright,
    Subscription,
    Sharing,
    Reading,
    Advertising,
    Commenting,
    Crediting,
    Correcting,
    Biography,
    Buttons,
    Dating,
    Appealing,
}

/// <summary>Where a phrase stands that marks text of the page.</summary>
internal enum EdgeCue
{
    /// <summary>The text opens with a pointer to other articles.</summary>
    OpensWithPointer,

    /// <summary>The text ends in the credit of a picture.</summary>
    EndsInCredit,
}

/// <summary>Finds such phrases. Chosen by what pages in English, and a little in other languages, commonly say.</summary>
internal static class PhraseCues
{
    private static readonly (PhraseCue Cue, string[] Phrases)[] Cues =
    [
        (PhraseCue.Copyright, Any("©", "copyright", "all rights reserved", "terms of use", "terms of service", "privacy policy", "not be published, broadcast", "tous droits", "alle rechte")),
        (PhraseCue.Subscription, Any("subscribe", "newsletter", "sign up", "sign-up", "inbox", "log in", "login", "sign in", "register now", "unsubscribe", "free trial", "become a member", "support our", "donate", "download our app", "abonnieren", "s'abonner")),
        (PhraseCue.Sharing, Any("share this", "share on", "follow us", "follow me", "on twitter", "on facebook", "on instagram", "on linkedin", "whatsapp", "tweet", "pinterest", "follow @", "copy link", "email this", "like us")),
        (PhraseCue.Reading, Any("read more", "read also", "also read", "related:", "see also", "more from", "you may also", "recommended", "up next", "read next", "watch:", "click here", "learn more", "view all", "see all", "more stories", "most read", "trending", "continue reading", "full story", "check out", "don't miss", "must read", "what to read", "more on this", "related stories", "related articles", "read our", "further reading")),
        (PhraseCue.Advertising, Any("advertisement", "sponsored", "affiliate", "commission", "story continues", "article continues", "promoted", "paid partner", "ad choices", "partner content")),
        (PhraseCue.Commenting, Any("comment", "reply", "leave a", "join the conversation", "post a", "your email address", "required fields", "logged in", "says:", "report abuse")),
        (PhraseCue.Crediting, Any("getty", "photo:", "photo by", "image:", "credit:", "shutterstock", "(ap photo", "photograph", "file photo", "reuters/", "via ap", "courtesy of", "pictured", "image source", "image credit", "source:", "illustration")),
        (PhraseCue.Correcting, Any("updated on", "last updated", "this article was", "this story was", "this story has been", "editor's note", "editor’s note", "correction", "originally published", "first published", "contributed to this", "reporting by", "editing by", "associated press writer")),
        (PhraseCue.Biography, Any("is a freelance", "is a senior", "is a staff", "is a reporter", "is the author", "is a writer", "is an editor", "is a journalist", "covers", "about the author", "written by", "reach him", "reach her", "can be reached", "years of experience", "he has written", "she has written", "follow him", "follow her", "lives in", "contact the")),
        (PhraseCue.Buttons, Any("skip to", "toggle", "close", "open in", "show more", "load more", "min read", "minute read", "print", "listen to", "play video", "jump to", "table of contents", "in this article", "enable javascript", "your browser", "cookies", "loading", "menu", "search")),
        (PhraseCue.Appealing, Any("get in touch", "email us", "contact us", "sign up", "support our", "our journalism", "our newsletter", "our website", "our team", "our readers", "our mission", "our services", "independently", "donat", "get started", "book a", "shop now", "learn more", "try it", "free trial", "request a", "follow our", "more to follow", "breaking news", "have a story", "tips", "we may earn", "join us", "join our", "today!")),
        (PhraseCue.Dating, Any("published", "posted", "updated", "a.m.", "p.m.", " am ", " pm ", "hours ago", "days ago", " est", " edt", " gmt", "jan ", "feb ", "mar ", "apr ", "jun ", "jul ", "aug ", "sep ", "oct ", "nov ", "dec ", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")),
    ];

    private static readonly (PhraseCue Cue, SearchValues<string> Phrases)[] Searches = [.. Cues.Select(cue => (cue.Cue, Search(cue.Phrases)))];

    // Most texts have none: one search tells that.
    private static readonly SearchValues<string> All = Search([.. Cues.SelectMany(cue => cue.Phrases)]);

    private static readonly string[] Pointers =
        ["read more", "also read", "read also", "see also", "related", "more:", "more on", "watch", "listen", "read:", "read next", "up next", "recommended", "explore", "don't miss", "don’t miss", "click here", "for more", "learn more", "check out", "editor's note", "editor’s note", "opinion:", "analysis:", "explainer:"];

    private static readonly SearchValues<string> Credits =
        Search(["photo", "image", "getty", "/ap", "afp", "reuters", "/epa", "picture", "credit", "courtesy", "shutterstock", "illustration", "file)", "handout", "via "]);

    // In a long paragraph such words are the article's own.
    private const int MaxLength = 400;

    // A credit is some words in length. Chosen.
    private const int MaxCreditLength = 60;

    /// <summary>Returns the cues at the edges of a text, as bits by <see cref="EdgeCue"/>.</summary>
    public static int FindAtEdges(string text)
    {
        var found = 0;
        foreach (var pointer in Pointers)
        {
            found |= text.StartsWith(pointer, StringComparison.OrdinalIgnoreCase) ? 1 << (int)EdgeCue.OpensWithPointer : 0;
        }

        var end = text.AsSpan(Math.Max(0, text.Length - MaxCreditLength));
        var open = end.LastIndexOf('(');
        var start = open >= 0 ? open : end.IndexOf(". ", StringComparison.Ordinal);
        return end[Math.Max(0, start)..].ContainsAny(Credits) ? found | 1 << (int)EdgeCue.EndsInCredit : found;
    }

    /// <summary>Returns the cues in a text, as bits by number.</summary>
    public static int Find(string text)
    {
        if (text.Length > MaxLength || !text.AsSpan().ContainsAny(All))
        {
            return 0;
        }

        var found = 0;
        foreach (var (cue, phrases) in Searches)
        {
            found |= text.AsSpan().ContainsAny(phrases) ? 1 << (int)cue : 0;
        }

        return found;
    }

    private static string[] Any(params string[] phrases) => phrases;

    private static SearchValues<string> Search(string[] phrases) => SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
}
