using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Pipeline.Text.Parsing.Html.Metadata.JsonLd;

/// <summary>
/// Reads JSON as pages have it: with comments, trailing and missing commas, control characters and line breaks inside
/// strings, text escaped for HTML, several values in a row, an end cut off. What cannot be read ends the reading; what was
/// read before it counts. Numbers come as the text they were written in.
/// </summary>
internal ref struct LenientJson
{
    // Metadata nests a handful of levels; deeper is no metadata. Chosen.
    private const int MaxDepth = 48;

    private readonly ReadOnlySpan<char> _text;
    private int _at;
    private bool _broken;

    private LenientJson(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads all values of a text, in order. Linear in its length.</summary>
    public static IReadOnlyList<JsonNode> ReadAll(ReadOnlySpan<char> text)
    {
        var reader = new LenientJson(text);
        var values = new List<JsonNode>();
        while (reader.FindValue())
        {
            var start = reader._at;
            if (reader.ReadValue(0) is { } value)
            {
                values.Add(value);
            }

            if (reader._at == start)
            {
                break;
            }

            reader._broken = false;
        }

        return values;
    }

    /// <summary>Moves to the next object or array: what stands between (markers of comments and CDATA, semicolons) is none.</summary>
    private bool FindValue()
    {
        const string Marker = "[CDATA[";
        while (_text[_at..].IndexOfAny('{', '[') is >= 0 and var next)
        {
            _at += next;
            if (!_text[_at..].StartsWith(Marker))
            {
                return true;
            }

            _at += Marker.Length;
        }

        return false;
    }

    private JsonNode? ReadValue(int depth)
    {
        SkipFiller();
        if (_at >= _text.Length || depth > MaxDepth)
        {
            _broken = true;
            return null;
        }

        return _text[_at] switch
        {
            '{' => ReadObject(depth),
            '[' => ReadArray(depth),
            '"' => JsonValue.Create(ReadString()),
            _ => ReadBare(),
        };
    }

    private JsonObject ReadObject(int depth)
    {
        var result = new JsonObject();
        _at++;
        while (!_broken)
        {
            SkipFiller();
            if (_at >= _text.Length || _text[_at] == '}')
            {
                _at = Math.Min(_at + 1, _text.Length);
                break;
            }

            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            if (_text[_at] != '"')
            {
                _broken = true;
                break;
            }

            var name = ReadString();
            SkipFiller();
            if (_at >= _text.Length || _text[_at] != ':')
            {
                _broken = true;
                break;
            }

            _at++;
            result[name] = ReadValue(depth + 1);
        }

        return result;
    }

    private JsonArray ReadArray(int depth)
    {
        var result = new JsonArray();
        _at++;
        while (!_broken)
        {
            SkipFiller();
            if (_at >= _text.Length || _text[_at] == ']')
            {
                _at = Math.Min(_at + 1, _text.Length);
                break;
            }

            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            var start = _at;
            if (ReadValue(depth + 1) is { } value)
            {
                result.Add(value);
            }

            _broken |= _at == start;
        }

        return result;
    }

    private string ReadString()
    {
        var start = ++_at;
        var length = _text[start..].IndexOfAny('"', '\\');
        if (length >= 0 && _text[start + length] == '"')
        {
            _at = start + length + 1;
            if (IsEnd(_at))
            {
                return _text.Slice(start, length).ToString();
            }

            _at = start;
        }

        var result = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '"' && IsEnd(_at))
            {
                break;
            }

            result.Append(c == '\\' && _at < _text.Length ? ReadEscape() : c);
        }

        return result.ToString();
    }

    /// <summary>Tells whether a quotation mark before this place can end a string: one inside a text that was not escaped has text after it.</summary>
    private readonly bool IsEnd(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at >= _text.Length || _text[at] is ',' or ':' or '}' or ']' or '"' or '/';
    }

    private char ReadEscape()
    {
        var c = _text[_at++];
        switch (c)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b' or 'f':
                return ' ';
            case 'u' when _at + 4 <= _text.Length && ushort.TryParse(_text.Slice(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _at += 4;
                return (char)unit;
            default:
                return c;
        }
    }

    /// <summary>Reads a number, <c>true</c>, <c>false</c> or a bare word as text; <c>null</c> as none.</summary>
    private JsonValue? ReadBare()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '+' or '-' or '.' or '_'))
        {
            _at++;
        }

        _broken |= _at == start;
        var word = _text[start.._at];
        return word.IsEmpty || word is "null" ? null : JsonValue.Create(word.ToString());
    }

    /// <summary>Skips white space and comments.</summary>
    private void SkipFiller()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (_text[_at..].StartsWith("//"))
            {
                Skip(_text[_at..].IndexOf('\n'), 1);
            }
            else if (_text[_at..].StartsWith("/*"))
            {
                Skip(_text[_at..].IndexOf("*/"), 2);
            }
            else
            {
                return;
            }
        }
    }

    private void Skip(int offset, int width) => _at = offset < 0 ? _text.Length : _at + offset + width;
}
