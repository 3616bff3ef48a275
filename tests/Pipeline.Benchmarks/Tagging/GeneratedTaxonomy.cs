using System.Text;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Tagging;

/// <summary>The built-in taxonomy's terms and a multiple of them that are made up: pairs and triples of the words that its terms consist of. The same each time.</summary>
internal static class GeneratedTaxonomy
{
    private const int TermsOfAConcept = 50;
    private const int Seed = 1;

    /// <summary>Makes a taxonomy.</summary>
    /// <param name="times">How many times as many terms as the built-in one it has.</param>
    public static (Taxonomy Taxonomy, int Terms) Make(int times)
    {
        var builtIn = Taxonomy.LoadBuiltIn();
        string[] terms = [.. builtIn.Concepts.SelectMany(concept => concept.Terms).Select(term => term.Text).Where(text => text.All(c => char.IsLetter(c) || c == ' '))];
        string[] words = [.. terms.SelectMany(text => text.Split(' ')).Distinct(StringComparer.Ordinal)];
        var random = new Random(Seed);
        var json = new StringBuilder("{\"formatVersion\":1,\"concepts\":[");
        var wanted = terms.Length * times;
        for (var i = 0; i < wanted; i++)
        {
            if (i % TermsOfAConcept == 0)
            {
                json.Append(i == 0 ? "" : "]},").Append("{\"id\":\"c-").Append(i / TermsOfAConcept).Append("\",\"preferredLabel\":\"Qwxz").Append(i / TermsOfAConcept).Append("\",\"terms\":[");
            }

            json.Append(i % TermsOfAConcept == 0 ? "\"" : ",\"").Append(i < terms.Length ? terms[i] : Phrase(words, random)).Append('"');
        }

        return (Taxonomy.Parse(Encoding.UTF8.GetBytes(json.Append("]}]}").ToString())), wanted);
    }

    private static string Phrase(string[] words, Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(2, 4)).Select(_ => words[random.Next(words.Length)]));
}
