using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Pipeline.Text.Parsing.Decoding;

/// <summary>
/// Decodes UTF-8. Valid bytes are taken as they are; a last character that was cut short is left out; a few broken
/// sequences among many good ones become U+FFFD, for then the file is UTF-8 that something damaged, while text in
/// another encoding has hardly a good sequence.
/// </summary>
internal static class Utf8Text
{
    // Text in a legacy encoding that happens to hold a valid sequence holds far more invalid ones. Chosen.
    private const int GoodSequencesPerBroken = 8;

    /// <summary>Returns the text, or null where the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        int good = 0, broken = 0, end = bytes.Length;
        for (var i = 0; i < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes[i..], out var rune, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                end = i;
                break;
            }

            broken += status == OperationStatus.Done ? 0 : 1;
            good += status == OperationStatus.Done && !rune.IsAscii ? 1 : 0;
            i += length;
        }

        return good > 0 && good >= broken * GoodSequencesPerBroken ? Encoding.UTF8.GetString(bytes[..end]) : null;
    }
}
