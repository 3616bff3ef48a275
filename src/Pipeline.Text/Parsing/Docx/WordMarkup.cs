using System.Globalization;
using System.Xml;

namespace Pipeline.Text.Parsing.Docx;

/// <summary>Reads attributes of WordprocessingML, which the strict and the transitional form keep in two namespaces (ECMA-376).</summary>
internal static class WordMarkup
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMath = "http://purl.oclc.org/ooxml/officeDocument/math";

    /// <summary>Tells whether an element is Word's own: drawings and charts have elements of the same names.</summary>
    public static bool IsWord(string space) => space is Transitional or Strict;

    /// <summary>Tells whether an element is of a formula.</summary>
    public static bool IsMath(string space) => space is Math or StrictMath;

    /// <summary>Returns an attribute in Word's namespace.</summary>
    public static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, Transitional) ?? reader.GetAttribute(name, Strict);

    /// <summary>Returns the attribute <c>val</c>.</summary>
    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    /// <summary>Returns the attribute <c>val</c> as a number.</summary>
    public static int? Number(XmlReader reader) =>
        int.TryParse(Value(reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Tells whether a switch is on: there, and not said to be off.</summary>
    public static bool IsOn(XmlReader reader) => Value(reader) is not ("0" or "false" or "off" or "none");
}
