using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>Tells what a recognised name names.</summary>
internal static class ActorTypes
{
    /// <summary>Returns the type of an actor: an event is told from other things by the nouns in its name, a body from a person by the last of them.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="name">The name.</param>
    public static ActorType Of(SentenceWords words, RecognizedName name) => name.Type switch
    {
        _ when name.End - name.Start > 1 && NameLexicon.StormNouns.Contains(words.Text(name.Start)) => ActorType.Event,
        NameType.Person when name.End - name.Start > 1 && NameLexicon.CompanyForms.Contains(words.Text(name.End - 1)) => ActorType.Organization,
        NameType.Person => ActorType.Person,
        NameType.Organization => ActorType.Organization,
        NameType.Location => ActorType.Place,
        _ => IsEvent(words, name) ? ActorType.Event : ActorType.Other,
    };

    private static bool IsEvent(SentenceWords words, RecognizedName name)
    {
        for (var i = name.Start; i < name.End; i++)
        {
            if (NameLexicon.EventHeads.Contains(words.Text(i)))
            {
                return true;
            }
        }

        return false;
    }
}
