using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Pipeline.Functions.Http.OpenApi;

/// <summary>
/// What the code's own documentation says of the records that are served. The compiler writes it beside each assembly; where it is
/// not deployed, the API's description has its schemas without words.
/// </summary>
internal static class XmlSummaries
{
    private const string Gets = "Gets ";

    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Members = new();

    /// <summary>Returns what a type is; null where nothing is said.</summary>
    public static string? Of(Type type) => Find(type) is { } member ? Text(member.Element("summary")) : null;

    /// <summary>Returns what a property is: its own summary, or that of the record's parameter of its name.</summary>
    public static string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var own = Members.GetOrAdd(type.Assembly, Read).GetValueOrDefault($"P:{type.FullName}.{property.Name}")?.Element("summary");
        var parameter = Find(type)?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == property.Name);
        return Text(own ?? parameter);
    }

    private static XElement? Find(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return Members.GetOrAdd(type.Assembly, Read).GetValueOrDefault($"T:{definition.FullName}");
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    /// <summary>Returns the words of an element on one line; of a reference, the last part of its name.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Value: { Length: > 0 } words } => words,
                XElement reference => ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name"))?.Split('.', ':')[^1],
                _ => null,
            });
        }

        var line = string.Join(' ', text.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.StartsWith(Gets, StringComparison.Ordinal) ? char.ToUpperInvariant(line[Gets.Length]) + line[(Gets.Length + 1)..] : line;
    }
}
