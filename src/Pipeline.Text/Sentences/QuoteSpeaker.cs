using System.Buffers;

namespace Pipeline.Text.Sentences;

/// <summary>Knows who spoke a quotation by what follows it: then its question or exclamation mark ends no sentence.</summary>
internal static class QuoteSpeaker
{
    // How many capitalised words a speaker's name may have between a closing quotation mark and the verb.
    private const int SpeakerWords = 3;

    // "Lund, 41," or "Lund, the mayor,": how far a word on the speaker between commas may reach.
    private const int AppositionLength = 40;

    private static readonly string[] SpeechVerbs =
        ["said", "says", "asked", "asks", "added", "wrote", "writes", "replied", "exclaimed", "shouted", "told", "yelled", "cried", "tweeted", "wondered", "declared", "demanded", "joked", "recalled", "continued"];

    // "He said" and the like in Chinese and Japanese stand so close behind what was said. In UTF-16 code units; chosen.
    private const int ClauseLength = 12;

    // "However" begins like the particle.
    private const string However = "ところ";

    private static readonly string[] QuotingParticles = ["と", "って", "など"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。！？、：；“「『\n");

    private static readonly SearchValues<char> SpeechSigns = SearchValues.Create("说說称稱问問喊");

    /// <summary>Says whether a capitalised name and a verb of speech stand at an offset: "Is it true?" Mr. Smith asked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The offset past the closing quotation mark and white space.</param>
    public static bool IsAt(ReadOnlySpan<char> text, int next)
    {
        for (var i = 0; i <= SpeakerWords && next < text.Length; i++)
        {
            var word = SentenceEnd.WordAt(text, next);
            foreach (var verb in SpeechVerbs)
            {
                if (i > 0 && word.SequenceEqual(verb))
                {
                    return true;
                }
            }

            if (word.IsEmpty || !char.IsUpper(word[0]))
            {
                return false;
            }

            next += word.Length;
            next = SentenceSplitter.SkipWhiteSpace(text, next < text.Length && text[next] == '.' ? next + 1 : SkipApposition(text, next));
        }

        return false;
    }

    /// <summary>
    /// Says whether a sentence goes on behind a quotation in a script without spaces: by the particle that quotes, 「雨だ。」と言った,
    /// or by who speaks, “下雨了。”他说.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="next">The offset past the closing quotation mark.</param>
    public static bool FollowsUnspaced(ReadOnlySpan<char> text, int next)
    {
        var rest = text[next..Math.Min(text.Length, next + ClauseLength)];
        foreach (var particle in QuotingParticles)
        {
            if (rest.StartsWith(particle, StringComparison.Ordinal) && !rest.StartsWith(However, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var end = rest.IndexOfAny(ClauseEnds);
        return (end < 0 ? rest : rest[..end]).ContainsAny(SpeechSigns);
    }

    private static int SkipApposition(ReadOnlySpan<char> text, int i)
    {
        if (i >= text.Length || text[i] != ',')
        {
            return i;
        }

        var rest = text[(i + 1)..Math.Min(text.Length, i + 1 + AppositionLength)];
        var end = rest.IndexOfAny(",.!?\n");
        return end > 0 && rest[end] == ',' ? i + end + 2 : i;
    }
}
