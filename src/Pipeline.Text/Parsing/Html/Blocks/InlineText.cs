using System.Buffers;
using System.Text;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>Gathers the text of one block: white space folds to single spaces, and what is left over is normalised.</summary>
internal sealed class InlineText
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \n\t\r\f\u00A0");

    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _plain = true;

    /// <summary>Gets the length so far, before normalisation.</summary>
    public int Length => _text.Length;

    /// <summary>Adds the text of a node, and returns how many characters came to it.</summary>
    public int Append(ReadOnlySpan<char> text)
    {
        var before = _text.Length;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(WhiteSpace);
            var word = end < 0 ? text : text[..end];
            if (!word.IsEmpty)
            {
                AppendWord(word);
            }

            _space |= end >= 0;
            text = end < 0 ? [] : text[(end + 1)..];
        }

        return _text.Length - before;
    }

    /// <summary>Keeps what comes apart from what was, as a line break does.</summary>
    public void Break() => _space = true;

    /// <summary>Returns the text, and starts anew.</summary>
    /// <returns>One line, in NFC, with no white space around it; empty where nothing visible came.</returns>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        (_space, var plain, _plain) = (false, _plain, true);
        return plain ? text : OneLine.Fold(text);
    }

    private void AppendWord(ReadOnlySpan<char> word)
    {
        if (_space && _text.Length > 0)
        {
            _text.Append(' ');
        }

        _space = false;
        _plain = _plain && !word.ContainsAnyExceptInRange('!', '~');
        _text.Append(word);
    }
}
