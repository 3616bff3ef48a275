using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Text.Matching;

/// <summary>Forms that no ending explains, with the word they are forms of.</summary>
internal static class IrregularForms
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Build(
        "woman:women", "man:men", "child:children", "person:people", "policeman:policemen", "congressman:congressmen",
        "gunman:gunmen", "life:lives", "wife:wives", "knife:knives", "wolf:wolves", "thief:thieves", "half:halves", "leaf:leaves",
        "crisis:crises", "analysis:analyses", "basis:bases", "hypothesis:hypotheses", "bacterium:bacteria",
        "referendum:referenda", "criterion:criteria", "phenomenon:phenomena", "medium:media", "datum:data",
        "foot:feet", "tooth:teeth", "mouse:mice", "goose:geese", "ox:oxen");

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Verbs = Build(
        "shoot:shot", "strike:struck,stricken", "fight:fought", "steal:stole,stolen", "hold:held", "buy:bought", "sell:sold",
        "spend:spent", "rise:rose,risen", "fall:fell,fallen", "grow:grew,grown",
        "drive:drove,driven", "freeze:froze,frozen", "break:broke,broken", "withdraw:withdrew,withdrawn", "overthrow:overthrew,overthrown",
        "seek:sought", "win:won", "lose:lost", "leave:left", "send:sent", "bring:brought", "teach:taught", "catch:caught",
        "die:dying", "lie:lying", "tie:tying", "burn:burnt", "pay:paid", "build:built",
        "blow:blew,blown", "take:took,taken", "give:gave,given", "write:wrote,written", "swear:swore,sworn", "fly:flew,flown",
        "run:ran", "begin:began,begun", "come:came", "become:became", "lead:led", "meet:met", "keep:kept", "feed:fed",
        "arise:arose,arisen", "choose:chose,chosen", "speak:spoke,spoken", "make:made", "say:said", "hide:hid,hidden",
        "panic:panicked,panicking", "traffic:trafficked,trafficking", "picnic:picnicked,picnicking");

    /// <summary>Finds the word that an irregular form belongs to.</summary>
    /// <param name="form">The folded form.</param>
    /// <param name="inflection">Which forms count.</param>
    /// <param name="word">The word, where there is one.</param>
    public static bool TryGetWord(ReadOnlySpan<char> form, Inflection inflection, [NotNullWhen(true)] out string? word)
    {
        word = null;
        return inflection != Inflection.None
            && (Nouns.TryGetValue(form, out word) || (inflection == Inflection.Verb && Verbs.TryGetValue(form, out word)));
    }

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Build(params string[] entries)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            foreach (var form in entry[(colon + 1)..].Split(','))
            {
                words.Add(form, entry[..colon]);
            }
        }

        return words.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
