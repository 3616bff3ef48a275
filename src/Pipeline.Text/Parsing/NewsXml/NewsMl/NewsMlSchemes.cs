using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.NewsMl;

/// <summary>The abbreviations of vocabularies that a file's own catalogs declare. Catalogs elsewhere are not fetched: the IPTC's own uses <c>medtop</c>, which is known.</summary>
internal sealed class NewsMlSchemes
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>Reads the catalogs of a file.</summary>
    public static NewsMlSchemes Read(XElement root)
    {
        var schemes = new NewsMlSchemes();
        foreach (var scheme in root.Descendants().Where(element => element.Name.LocalName == "scheme"))
        {
            if (scheme.Get("alias") is { } alias && scheme.Get("uri") is { } address)
            {
                schemes._addresses.TryAdd(alias, address);
            }
        }

        return schemes;
    }

    /// <summary>Returns the code of Media Topics in the form <c>medtop:20000000</c>, whatever the file abbreviates it by; any other code as it is.</summary>
    public string Resolve(string code)
    {
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && _addresses.TryGetValue(code[..colon], out var address) && Subjects.IsMediaTopics(address)
            ? $"{Subjects.MediaTopics}:{code[(colon + 1)..]}"
            : code;
    }
}
