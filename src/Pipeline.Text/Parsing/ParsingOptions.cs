using System.ComponentModel.DataAnnotations;

namespace Pipeline.Text.Parsing;

/// <summary>The limits of parsing.</summary>
public sealed class ParsingOptions
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string SectionName = "Parsing";

    /// <summary>Gets or sets the longest file that is read, in bytes. A longer one is rejected as <c>too-large</c>.</summary>
    /// <value>The default is 16 MiB. From 1 byte to 1 GiB.</value>
    [Range(1, 1 << 30)]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;
}
