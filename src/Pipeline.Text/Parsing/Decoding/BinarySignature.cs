namespace Pipeline.Text.Parsing.Decoding;

/// <summary>Names common formats that are not plain text by the bytes at their start.</summary>
internal static class BinarySignature
{
    /// <summary>Returns what the bytes look like, with its article ("a PNG image"), or null where no known signature is there.</summary>
    public static string? Identify(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "a GIF image",
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => "a TIFF image",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', ..] => "a WebP image or WAVE sound",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', ..] => "an AVI video",
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => "a ZIP archive or an Office document",
        [0x1F, 0x8B, 8, ..] => "a gzip archive",
        [(byte)'B', (byte)'Z', (byte)'h', _, 0x31, 0x41, 0x59, 0x26, ..] => "a bzip2 archive",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "an xz archive",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7-Zip archive",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, ..] => "a RAR archive",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "a Zstandard archive",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
        [(byte)'%', (byte)'!', (byte)'P', (byte)'S', (byte)'-', ..] => "a PostScript document",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "an RTF document",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => "an old Office document",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "an ELF program",
        [(byte)'M', (byte)'Z', ..] when bytes.Length > 64 && bytes[..64].Contains((byte)0) => "a Windows program",
        [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] => "a Mach-O program",
        [0xCA, 0xFE, 0xBA, 0xBE, ..] => "a Java class or a Mach-O program",
        [0, (byte)'a', (byte)'s', (byte)'m', ..] => "a WebAssembly module",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', (byte)' ', ..] when bytes.Length > 15 && bytes[15] == 0 => "an SQLite database",
        [(byte)'I', (byte)'D', (byte)'3', < 0x10, ..] => "an MP3 sound",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => "an Ogg sound",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when bytes[0] == 0 => "an MP4 video",
        _ => null,
    };
}
