using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Knows the short words that every sentence of a language uses: a few of each of the larger languages with spaces.</summary>
internal static class FunctionWord
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words =
        ("the a an and or but of to in on at by for from with as is are was were be been it its that this which who he she they his her their we you i not has have had will would can "
        + "der die das und ist nicht ein eine mit von zu den im auf für le la les des et est un une dans que qui pour sur au el los las y es una con por para del se no il lo gli e di che per non "
        + "o os da do em um uma com não na het een van en op dat niet и в на не что он с по как w nie na że to się och att det som på av är og er på i ve bir bu için de").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Tells whether a word is one.</summary>
    public static bool Is(ReadOnlySpan<char> word) => Words.Contains(word);
}
