using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>Tells single quotation marks from apostrophes.</summary>
internal static class SingleMarks
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Elided =
        "em til tis twas cause n round bout".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Returns the offset of the mark that closes the one at the offset, or -1 where that is an apostrophe. A mark after an s may be
    /// one of possession: it closes only where no other does before the next opening one.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="open">The offset of the mark.</param>
    public static int FindEnd(ReadOnlySpan<char> block, int open)
    {
        if (!QuotationMarks.IsBeforeWords(block, open) || IsElision(block[(open + 1)..]))
        {
            return -1;
        }

        var opening = block[open];
        var closing = opening == '‘' ? '’' : opening;
        var possible = -1;
        for (var i = open + 1; i < block.Length; i++)
        {
            if (block[i] == opening && QuotationMarks.IsBeforeWords(block, i))
            {
                break;
            }

            if (block[i] != closing || block[i - 1] == ' ' || (i + 1 < block.Length && char.IsLetterOrDigit(block[i + 1])))
            {
                continue;
            }

            if (block[i - 1] is not ('s' or 'S'))
            {
                return Accept(block, open, i);
            }

            possible = possible < 0 ? i : possible;
        }

        return possible < 0 ? -1 : Accept(block, open, possible);
    }

    // What opens or closes a quotation in double marks does not end inside of it.
    private static int Accept(ReadOnlySpan<char> block, int open, int close)
    {
        int straight = 0, depth = 0;
        foreach (var c in block[open..close])
        {
            straight += c == '"' ? 1 : 0;
            depth += c switch { '“' or '«' => 1, '”' or '»' => -1, _ => 0 };
        }

        return straight % 2 == 0 && depth == 0 ? close : -1;
    }

    private static bool IsElision(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return Elided.Contains(rest[..length]) || (length < rest.Length && char.IsAsciiDigit(rest[length]) && length == 0);
    }
}
