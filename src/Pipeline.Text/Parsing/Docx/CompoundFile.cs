namespace Pipeline.Text.Parsing.Docx;

/// <summary>What an office file is.</summary>
internal enum OfficeKind
{
    /// <summary>No office file.</summary>
    None,

    /// <summary>A Word document of 2007 or later.</summary>
    Docx,

    /// <summary>An old Word document.</summary>
    OldWord,

    /// <summary>Another old office file: a table, slides, a mail of Outlook.</summary>
    OldOffice,

    /// <summary>An office file behind a password.</summary>
    Encrypted,

    /// <summary>A table or slides of 2007 or later.</summary>
    OtherOpenXml,

    /// <summary>A file of LibreOffice and its kin.</summary>
    OpenDocument,
}

/// <summary>Tells office files by their content.</summary>
internal static class OfficeSignature
{
    // More is no document. Chosen.
    private const int MaxEntries = 20_000;

    // ECMA-376 part 2: what every package holds.
    private const string ContentTypes = "[Content_Types].xml";

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> OpenDocumentType => "mimetypeapplication/vnd.oasis.opendocument."u8;

    /// <summary>Returns what a file is.</summary>
    public static OfficeKind Identify(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Compound))
        {
            // Names of streams stand in UTF-16 (MS-CFB 2.6.1).
            return Contains(file, "EncryptedPackage") ? OfficeKind.Encrypted : Contains(file, "WordDocument") ? OfficeKind.OldWord : OfficeKind.OldOffice;
        }

        if (!ZipDirectory.IsZip(file))
        {
            return OfficeKind.None;
        }

        return file.Length > 80 && file[30..80].StartsWith(OpenDocumentType) ? OfficeKind.OpenDocument : IdentifyPackage(file);
    }

    private static OfficeKind IdentifyPackage(ReadOnlySpan<byte> file)
    {
        var directory = ZipDirectory.Open(file);
        bool types = false, word = false, other = false;
        for (var count = 0; count < MaxEntries && directory.MoveNext(); count++)
        {
            types |= directory.Is(ContentTypes);
            word |= directory.IsIn("word/document");
            other |= directory.IsIn("xl/workbook") || directory.IsIn("ppt/presentation");
        }

        return !types ? OfficeKind.None : word ? OfficeKind.Docx : other ? OfficeKind.OtherOpenXml : OfficeKind.None;
    }

    private static bool Contains(ReadOnlySpan<byte> file, string name)
    {
        Span<byte> bytes = stackalloc byte[name.Length * 2];
        for (var i = 0; i < name.Length; i++)
        {
            (bytes[2 * i], bytes[(2 * i) + 1]) = ((byte)name[i], 0);
        }

        return file.IndexOf(bytes) >= 0;
    }
}
