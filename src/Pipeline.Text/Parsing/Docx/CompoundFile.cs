namespace Pipeline.Text.Parsing.Docx;

/// <summary>What a compound file is: the form of office files of before 2007, and of later ones behind a password.</summary>
internal enum CompoundKind
{
    /// <summary>No compound file.</summary>
    None,

    /// <summary>A Word document of before 2007.</summary>
    OldWord,

    /// <summary>Another old office file: a table, slides, a mail of Outlook.</summary>
    OldOffice,

    /// <summary>An office file behind a password.</summary>
    Encrypted,
}

/// <summary>Tells compound files (MS-CFB) by their content.</summary>
internal static class CompoundFile
{
    private static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Returns what a file is.</summary>
    /// <param name="file">All bytes of the file.</param>
    public static CompoundKind Identify(ReadOnlySpan<byte> file) =>
        !file.StartsWith(Mark) ? CompoundKind.None
        : HasStream(file, "EncryptedPackage") ? CompoundKind.Encrypted
        : HasStream(file, "WordDocument") ? CompoundKind.OldWord
        : CompoundKind.OldOffice;

    /// <summary>Finds the name of a stream, which stands in UTF-16 (MS-CFB 2.6.1).</summary>
    private static bool HasStream(ReadOnlySpan<byte> file, string name)
    {
        Span<byte> bytes = stackalloc byte[name.Length * 2];
        for (var i = 0; i < name.Length; i++)
        {
            (bytes[2 * i], bytes[(2 * i) + 1]) = ((byte)name[i], 0);
        }

        return file.IndexOf(bytes) >= 0;
    }
}
