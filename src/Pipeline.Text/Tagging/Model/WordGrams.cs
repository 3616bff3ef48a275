using Pipeline.Text.Matching;
using Pipeline.Text.Tagging.Matching;

namespace Pipeline.Text.Tagging.Model;

/// <summary>Reads the words and the pairs of neighbouring words of a text. The forms of a word are one; no pair reaches across punctuation.</summary>
internal static class WordGrams
{
    /// <summary>Gives what a model knows the terms of an issue by, beside words.</summary>
    /// <param name="id">The issue's id.</param>
    public static uint HashOfIssue(string id) => StableHash.Of(id, StableHash.Of("#"));

    /// <summary>Gives what a model knows a word or pair by where it stands in the title or the lead, beside what it is known by anywhere.</summary>
    /// <param name="hash">The hash of the word or pair.</param>
    public static uint HashInHead(uint hash) => StableHash.Of("^", hash);

    /// <summary>Tells whether a word stands in the title or the lead.</summary>
    /// <param name="zone">The part of the article where it stands.</param>
    public static bool IsHead(Zone zone) => zone is Zone.Title or Zone.Lead;

    /// <summary>Reads the words and pairs, in the order of their ends.</summary>
    /// <param name="text">The text.</param>
    public static List<WordGram> Read(TokenizedText text)
    {
        var grams = new List<WordGram>(text.Tokens.Length * 2);
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var key = text.KeyAt(i);
            if (key.IsEmpty)
            {
                continue;
            }

            grams.Add(new WordGram(text.HashAt(i), new TokenRange(i, i)));
            if (i > 0 && !text.Tokens[i].AfterBreak && !text.KeyAt(i - 1).IsEmpty)
            {
                grams.Add(new WordGram(StableHash.Of(key, StableHash.Of(" ", text.HashAt(i - 1))), new TokenRange(i - 1, i)));
            }
        }

        return grams;
    }
}
