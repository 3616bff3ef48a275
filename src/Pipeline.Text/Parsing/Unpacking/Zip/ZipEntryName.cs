using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>
/// The name of a ZIP entry, made sane. Nothing is ever written under it: it names the article and is shown to people.
/// </summary>
/// <remarks>
/// Backslashes become slashes; a drive letter, slashes in front, empty parts and the parts <c>.</c> go; letters are composed
/// (NFC). A name that leads out of the archive, holds control characters or characters that turn the direction of writing,
/// says nothing, or is too long, is refused.
/// </remarks>
/// <param name="Path">The path; of a refused name what can be shown of it, with a hash of its bytes.</param>
/// <param name="IsFolder">Whether it is the name of a folder.</param>
/// <param name="Problem">Why the name is refused; null where it is not.</param>
internal sealed record ZipEntryName(string Path, bool IsFolder, string? Problem)
{
    // Azure's own limit for names of blobs; longer paths come from no file system in use.
    private const int MaxLength = 1_024;

    private const int ShownLength = 100;
    private const int Dos = 437;

    private static readonly Encoding DosEncoding = CodePagesEncodingProvider.Instance.GetEncoding(Dos)!;

    /// <summary>Gets a value indicating whether it is what systems leave beside people's files.</summary>
    public bool IsClutter
    {
        get
        {
            var parts = Path.Split('/');
            return parts.Contains("__MACOSX", StringComparer.Ordinal)
                || parts[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini"
                || parts[^1].StartsWith("._", StringComparison.Ordinal);
        }
    }

    /// <summary>Reads a name: UTF-8 where the entry says so or the bytes are valid, else the code page of MS-DOS (APPNOTE.TXT, appendix D).</summary>
    /// <param name="bytes">The name's bytes.</param>
    /// <param name="isUtf8">Whether the entry says that they are UTF-8.</param>
    public static ZipEntryName Read(ReadOnlySpan<byte> bytes, bool isUtf8)
    {
        var name = (isUtf8 || Utf8.IsValid(bytes) ? Encoding.UTF8 : DosEncoding).GetString(bytes);
        var slashed = name.Replace('\\', '/');
        if (slashed is [var letter, ':', ..] && char.IsAsciiLetter(letter))
        {
            slashed = slashed[2..];
        }

        var parts = slashed.Split('/').Where(part => part is not ("" or ".")).ToArray();
        var path = string.Join('/', parts);
        var problem = FindProblem(path, parts);
        return problem is null
            ? new ZipEntryName(path.Normalize(NormalizationForm.FormC), slashed.EndsWith('/'), null)
            : new ZipEntryName(Show(name, bytes), slashed.EndsWith('/'), problem);
    }

    private static string? FindProblem(string path, string[] parts) => path switch
    {
        _ when string.IsNullOrWhiteSpace(path) => "The entry has no name.",
        { Length: > MaxLength } => $"The entry's name is longer than {MaxLength} characters.",
        _ when path.Any(c => char.IsControl(c) || IsDirectional(c)) => "The entry's name holds control characters.",
        _ when parts.Contains("..", StringComparer.Ordinal) => "The entry's name leads out of the archive.",
        _ => null,
    };

    private static bool IsDirectional(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';

    private static string Show(string name, ReadOnlySpan<byte> bytes)
    {
        var shown = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(ShownLength))
        {
            shown.Append(Rune.IsControl(rune) || (rune.IsBmp && IsDirectional((char)rune.Value)) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        var hash = SHA256.HashData(bytes);
        return $"{shown.ToString().Normalize(NormalizationForm.FormC)}#{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
