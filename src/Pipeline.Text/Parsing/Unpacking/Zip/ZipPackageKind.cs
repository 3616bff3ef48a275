namespace Pipeline.Text.Parsing.Unpacking.Zip;

/// <summary>The documents that are ZIP archives inside.</summary>
internal enum ZipPackageKind
{
    /// <summary>An archive of files, or none at all.</summary>
    None,

    /// <summary>A Word document of 2007 or later.</summary>
    Word,

    /// <summary>An Excel workbook of 2007 or later.</summary>
    Excel,

    /// <summary>A PowerPoint presentation of 2007 or later.</summary>
    PowerPoint,

    /// <summary>Another package of the Open Packaging Conventions.</summary>
    OtherOffice,

    /// <summary>A file of LibreOffice and its kin.</summary>
    OpenDocument,

    /// <summary>An EPUB book.</summary>
    Epub,

    /// <summary>A Java archive.</summary>
    Java,

    /// <summary>A document of Pages, Numbers or Keynote.</summary>
    IWork,
}
