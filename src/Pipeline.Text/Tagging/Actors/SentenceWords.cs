namespace Pipeline.Text.Tagging.Actors;

/// <summary>The words of the sentence at hand, with what names are told by.</summary>
internal sealed class SentenceWords(NameLexicon lexicon)
{
    // A heading in capitals or title case: that share of its words of four letters or more has a capital. Chosen on news headlines.
    private const double TitleCaseShare = 0.6;

    private readonly List<Word> _words = [];
    private string _text = string.Empty;

    /// <summary>Gets the number of words.</summary>
    public int Count => _words.Count;

    /// <summary>Gets a word.</summary>
    /// <param name="index">Its index.</param>
    public Word this[int index] => _words[index];

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">Where the sentence stands in it.</param>
    public void Read(string text, TextSpan sentence)
    {
        _text = text;
        WordReader.Read(text, sentence, _words);
    }

    /// <summary>Returns a word's characters, without the possessive ending.</summary>
    /// <param name="index">Its index.</param>
    public ReadOnlySpan<char> Text(int index) => _text.AsSpan(_words[index].Start, _words[index].End - _words[index].Start);

    /// <summary>Returns a word's characters, possessive ending included.</summary>
    /// <param name="index">Its index.</param>
    public ReadOnlySpan<char> FullText(int index) => _text.AsSpan(_words[index].Start, _words[index].FullEnd - _words[index].Start);

    /// <summary>Returns where some words stand in the text.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The word past the last.</param>
    public TextSpan Span(int start, int end) => TextSpan.FromBounds(_words[start].Start, _words[end - 1].End);

    /// <summary>Returns some words as one line.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The word past the last.</param>
    public string Surface(int start, int end)
    {
        var span = Span(start, end);
        var surface = _text.Substring(span.Start, span.Length);
        return surface.AsSpan().ContainsAny("\r\n\t\u00a0") ? string.Join(' ', surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : surface;
    }

    /// <summary>Says whether a word starts with a capital.</summary>
    /// <param name="index">Its index.</param>
    public bool IsCapital(int index) => char.IsUpper(_text[_words[index].Start]);

    /// <summary>Says whether a word is an everyday one, whatever its case.</summary>
    /// <param name="index">Its index.</param>
    public bool IsCommon(int index) => lexicon.CommonWords.Contains(Text(index));

    /// <summary>Says whether a word is an initial: "J.".</summary>
    /// <param name="index">Its index.</param>
    public bool IsInitial(int index) => Text(index) is [var letter, '.'] && char.IsUpper(letter) || Text(index) is [>= 'A' and <= 'Z'];

    /// <summary>Says whether a word is written in capitals alone, two or more.</summary>
    /// <param name="index">Its index.</param>
    public bool IsAllCapitals(int index)
    {
        var word = Text(index);
        return word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'Z');
    }

    /// <summary>Says whether a word goes on a name that the word before it belongs to: nothing but a space, a hyphen or an abbreviation's full stop between.</summary>
    /// <param name="index">Its index.</param>
    public bool Continues(int index) =>
        index > 0 && !_words[index - 1].IsPossessive && (_words[index].Gap is ' ' or '-' || (_words[index].Gap == '.' && _words[index].Start - _words[index - 1].End < 3));

    /// <summary>Says whether the sentence is written like a title, so that capitals say nothing.</summary>
    public bool IsTitleCase()
    {
        var long_ = 0;
        var capitals = 0;
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].End - _words[i].Start > 3)
            {
                long_++;
                capitals += IsCapital(i) ? 1 : 0;
            }
        }

        return long_ > 3 && capitals > TitleCaseShare * long_ && _text[_words[^1].End - 1] != '.' && (_words[^1].End >= _text.Length || _text[_words[^1].End] != '.');
    }
}
