namespace Pipeline.Text.Tagging.Actors;

/// <summary>An actor that the gazetteer knows.</summary>
/// <param name="Name">The name by which it is shown.</param>
/// <param name="Type">What it is.</param>
/// <param name="Wikidata">Its Wikidata item, where certain.</param>
/// <param name="Context">Words of which the article must hold one; empty where the name is enough.</param>
/// <param name="Country">The ISO 3166-1 code of the country that it is or lies in; null where it has none.</param>
/// <param name="IsState">Whether it is a state of a federation, as Washington state and Georgia are.</param>
internal sealed record KnownActor(string Name, ActorType Type, string? Wikidata, IReadOnlyList<string> Context, string? Country = null, bool IsState = false);

/// <summary>A name in the gazetteer.</summary>
/// <param name="Actor">Whose name it is.</param>
/// <param name="IsAdjective">Whether it is the adjective of a country.</param>
internal readonly record struct KnownName(KnownActor Actor, bool IsAdjective);
