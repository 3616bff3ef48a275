using System.Globalization;
using System.Text;

namespace Pipeline.Storage.Keys;

/// <summary>
/// Writes any text as a part of a table key. A part uses <c>[a-z0-9-]</c>; every other UTF-16 code unit becomes a full
/// stop and four hexadecimal digits. <see cref="Separator"/> never stands in a part, so joined parts can be told apart.
/// </summary>
public static class KeyEncoder
{
    /// <summary>What stands between the parts of a key.</summary>
    public const char Separator = '_';

    private const char Escape = '.';
    private const int EscapeDigits = 4;

    /// <summary>Encodes one part. Reversible: different texts give different parts.</summary>
    /// <param name="text">Any text.</param>
    public static string Encode(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var key = new StringBuilder(text.Length + (2 * EscapeDigits));
        foreach (var c in text)
        {
            if (IsPlain(c))
            {
                key.Append(c);
            }
            else
            {
                key.Append(Escape).Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }

    /// <summary>Decodes one part.</summary>
    /// <param name="part">What <see cref="Encode"/> gave.</param>
    /// <exception cref="FormatException">The text is not an encoded part.</exception>
    public static string Decode(string part)
    {
        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (IsPlain(part[i]))
            {
                text.Append(part[i]);
            }
            else if (part[i] == Escape && i + EscapeDigits < part.Length && TryReadEscape(part.AsSpan(i + 1, EscapeDigits), out var unit))
            {
                text.Append(unit);
                i += EscapeDigits;
            }
            else
            {
                throw new FormatException($"'{part}' is not an encoded key part: position {i}.");
            }
        }

        return text.ToString();
    }

    private static bool TryReadEscape(ReadOnlySpan<char> digits, out char unit)
    {
        var read = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        unit = (char)value;
        return read && !IsPlain(unit) && !digits.ContainsAnyInRange('A', 'F');
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
}
