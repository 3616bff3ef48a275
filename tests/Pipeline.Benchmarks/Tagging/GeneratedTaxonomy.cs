using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Benchmarks.Tagging;

/// <summary>Taxonomies of issues whose terms are made up: three words each of those that the built-in one's terms consist of. The same each time.</summary>
internal static class GeneratedTaxonomy
{
    private const int TermsOfAConcept = 50;
    private const int WordsOfATerm = 3;
    private const int Seed = 1;

    /// <summary>Makes the built-in taxonomy with made-up issues beside it.</summary>
    /// <param name="times">How many times as many terms as the built-in one it has.</param>
    public static (Taxonomy Taxonomy, int Terms) Make(int times)
    {
        var terms = BuiltInTerms();
        var concepts = terms.Length / TermsOfAConcept * (times - 1);
        return (Make("extend", concepts, terms), terms.Length + (concepts * TermsOfAConcept));
    }

    /// <summary>Makes a taxonomy of made-up issues alone.</summary>
    /// <param name="terms">How many terms it has, in whole issues of 50.</param>
    public static (Taxonomy Taxonomy, int Terms) MakeAlone(int terms)
    {
        var concepts = Math.Max(1, terms / TermsOfAConcept);
        return (Make("replace", concepts, BuiltInTerms()), concepts * TermsOfAConcept);
    }

    private static string[] BuiltInTerms() => [.. Taxonomy.LoadBuiltIn().Concepts.SelectMany(concept => concept.Terms).Select(term => term.Text)];

    private static Taxonomy Make(string mode, int concepts, string[] terms)
    {
        string[] words = [.. terms.Where(text => text.All(c => char.IsAsciiLetterLower(c) || c == ' ')).SelectMany(text => text.Split(' ')).Where(word => word.Length > WordsOfATerm).Distinct(StringComparer.Ordinal)];
        var random = new Random(Seed);
        using var json = new MemoryStream();
        using var writer = new StreamWriter(json, leaveOpen: true);
        writer.Write($"{{\"formatVersion\":1,\"mode\":\"{mode}\",\"concepts\":[");
        for (var i = 0; i < concepts; i++)
        {
            writer.Write($"{(i == 0 ? "" : ",")}{{\"id\":\"c-{i}\",\"preferredLabel\":\"Qwxz{i}\",\"terms\":[{string.Join(',', Phrases(words, random))}]}}");
        }

        writer.Write("]}");
        writer.Flush();
        return Taxonomy.Parse(json.GetBuffer().AsSpan(0, (int)json.Length), TaxonomyLimits.None);
    }

    private static HashSet<string> Phrases(string[] words, Random random)
    {
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        while (phrases.Count < TermsOfAConcept)
        {
            phrases.Add($"\"{string.Join(' ', Enumerable.Range(0, WordsOfATerm).Select(_ => words[random.Next(words.Length)]))}\"");
        }

        return phrases;
    }
}
