using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.NewsMl;

/// <summary>Reads the subjects and keywords of a news item; a subject without a name takes that of the item's assertion about it.</summary>
internal static class NewsMlSubjects
{
    /// <summary>Returns the subjects in the order of the file, each once.</summary>
    public static IReadOnlyList<Subject> Read(XElement item, NewsMlSchemes schemes)
    {
        var metadata = item.Child("contentMeta");
        var asserted = item.Children("assert")
            .Select(assertion => (Code: Code(assertion), Name: Name(assertion)))
            .Where(pair => pair.Code is not null && pair.Name is not null)
            .DistinctBy(pair => pair.Code)
            .ToDictionary(pair => pair.Code!, pair => pair.Name, StringComparer.Ordinal);
        IEnumerable<Subject?> subjects =
        [
            .. metadata.Children("subject").Select(subject => Code(subject) is { } code
                ? Subjects.Create(schemes.Resolve(code), Name(subject) ?? asserted.GetValueOrDefault(code))
                : Subjects.Create(null, Name(subject) ?? subject.Get("literal"))),
            .. metadata.Children("keyword").Select(keyword => Subjects.Create(null, keyword.Line())),
        ];
        return [.. subjects.OfType<Subject>().Distinct()];
    }

    private static string? Code(XElement element) => element.Get("qcode") ?? element.Get("uri");

    /// <summary>Returns the name in English where there is one, else the first.</summary>
    private static string? Name(XElement element) =>
        (element.Children("name").FirstOrDefault(name => name.Get("lang")?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true) ?? element.Child("name")).Line();
}
