using System.Text.Json;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Reads subjects: keywords in one string, lists of them, and objects with a name, a code and its scheme.</summary>
internal static class JsonSubjects
{
    private const int MaxListed = 100;

    /// <summary>Returns the subjects of a field's value.</summary>
    public static IEnumerable<Subject> Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Take(MaxListed).SelectMany(entry => Subject(entry) is { } subject ? [subject] : (IEnumerable<Subject>)[]),
        JsonValueKind.String => Subjects.Split(JsonText.Of(value) ?? string.Empty).Select(Subjects.OfKeyword).OfType<Subject>().Take(MaxListed),
        _ => Subject(value) is { } subject ? [subject] : [],
    };

    private static Subject? Subject(JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.String => Subjects.OfKeyword(JsonText.Of(entry)),
        JsonValueKind.Object => Subjects.Create(Code(entry), JsonText.Within(entry), Text(entry, "scheme")),
        _ => null,
    };

    /// <summary>Returns the code; an address or a number of the publisher's own says nothing outside.</summary>
    private static string? Code(JsonElement entry) =>
        Text(entry, "code") ?? Text(entry, "qcode") ?? (Text(entry, "uri") is { } address && Subjects.Create(address, null) is { Scheme: Subjects.MediaTopics } ? address : null);

    private static string? Text(JsonElement entry, string name) => entry.TryGetMember(name, out var value) ? JsonText.Of(value) : null;
}
