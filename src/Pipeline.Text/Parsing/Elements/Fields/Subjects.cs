namespace Pipeline.Text.Parsing.Elements.Fields;

/// <summary>Makes subjects of what files say: codes of IPTC Media Topics in their several forms, and keywords.</summary>
internal static class Subjects
{
    /// <summary>The abbreviation of IPTC Media Topics.</summary>
    public const string MediaTopics = "medtop";

    /// <summary>The address of the vocabulary, which its codes follow.</summary>
    public const string MediaTopicsAddress = "http://cv.iptc.org/newscodes/mediatopic/";

    private const int MaxLength = 200;

    private static readonly char[] Commas = [',', '、', '，'];

    /// <summary>Returns the subject of a code and a name, or null where both are missing.</summary>
    /// <param name="code">A code: <c>medtop:20000000</c>, an address of one, <c>scheme:code</c>, or a bare code.</param>
    /// <param name="name">The name.</param>
    /// <param name="scheme">The scheme of a bare code.</param>
    public static Subject? Create(string? code, string? name, string? scheme = null)
    {
        (code, name, scheme) = (Bounded(code), Bounded(OneLine.OfMarkup(name)), Bounded(scheme));
        if (code is null)
        {
            return name is null ? null : new Subject(null, null, name);
        }

        if (MediaTopic(code) is { } topic)
        {
            return new Subject(MediaTopics, topic, name);
        }

        var colon = code.IndexOf(':', StringComparison.Ordinal);
        if (scheme is null && colon > 0 && colon + 1 < code.Length && !code.Contains("://", StringComparison.Ordinal))
        {
            return new Subject(code[..colon], code[(colon + 1)..], name);
        }

        return IsMediaTopics(scheme) ? new Subject(MediaTopics, code, name) : new Subject(scheme, code, name);
    }

    /// <summary>Returns the subject of a keyword: a Media Topic where it is the code of one, else what it says; null where it says nothing.</summary>
    public static Subject? OfKeyword(string? keyword) => Create(keyword, null) is { Scheme: MediaTopics } topic ? topic : Create(null, keyword);

    /// <summary>Tells whether a scheme's name or address means IPTC Media Topics.</summary>
    public static bool IsMediaTopics(string? scheme) =>
        scheme is MediaTopics || (scheme is not null && Unsecured(scheme).TrimEnd('/') == MediaTopicsAddress.TrimEnd('/'));

    /// <summary>Splits a list of keywords at its semicolons, or else at its commas.</summary>
    public static IEnumerable<string> Split(string keywords) =>
        keywords.Split(keywords.Contains(';', StringComparison.Ordinal) ? [';'] : Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? MediaTopic(string code)
    {
        if (code.StartsWith(MediaTopics + ":", StringComparison.Ordinal))
        {
            return code[(MediaTopics.Length + 1)..] is { Length: > 0 } rest ? rest : null;
        }

        var address = Unsecured(code);
        return address.StartsWith(MediaTopicsAddress, StringComparison.Ordinal) && address.Length > MediaTopicsAddress.Length ? address[MediaTopicsAddress.Length..] : null;
    }

    private static string Unsecured(string address) =>
        address.StartsWith("https:", StringComparison.Ordinal) ? string.Concat("http:", address.AsSpan(6)) : address;

    private static string? Bounded(string? text) => text?.Trim() is { Length: > 0 and <= MaxLength } bounded ? bounded : null;
}
