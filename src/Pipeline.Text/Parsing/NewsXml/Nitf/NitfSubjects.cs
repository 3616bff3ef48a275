using System.Xml.Linq;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.NewsXml.Nitf;

/// <summary>Reads what NITF says that an article is about: IPTC subject codes, classifiers, keywords.</summary>
internal static class NitfSubjects
{
    // The scheme of the eight-digit subject codes, which Media Topics have replaced: http://cv.iptc.org/newscodes/subjectcode/
    private const string SubjectCodes = "subj";

    /// <summary>Returns the subjects in the order of the file, each once.</summary>
    public static IReadOnlyList<Subject> Read(XElement? head)
    {
        var data = head.Child("docdata");
        IEnumerable<Subject?> subjects =
        [
            .. head.Child("tobject").Children("tobject.subject").Select(TopicObject),
            .. data.Child("identified-content").Children("classifier").Select(Classifier),
            .. data.Child("key-list").Children("keyword").Select(keyword => Subjects.Create(null, keyword.Get("key") ?? keyword.Line())),
        ];
        return [.. subjects.OfType<Subject>().Distinct()];
    }

    private static Subject? TopicObject(XElement subject) =>
        Subjects.Create(
            subject.Get("tobject.subject.refnum"),
            subject.Get("tobject.subject.detail") ?? subject.Get("tobject.subject.matter") ?? subject.Get("tobject.subject.type"),
            SubjectCodes);

    private static Subject? Classifier(XElement classifier) =>
        classifier.Get("idsrc") is { } scheme && classifier.Get("value") is { } code
            ? Subjects.Create(code, classifier.Line(), scheme)
            : Subjects.Create(null, classifier.Line() ?? classifier.Get("value"));
}
