using Pipeline.Text.Tagging.Actors;

namespace Pipeline.Evaluation.Names;

/// <summary>Names to write into made-up lines: those of the lists that ship with the product.</summary>
/// <param name="random">Chooses names.</param>
internal sealed class NamePools(Random random)
{
    private readonly string[] _givenNames = Column("first-names.txt", 0);
    private readonly string[] _familyNames = Column("family-names.txt", 0);
    private readonly string[] _clubs = Column("clubs.txt", 0);
    private readonly string[] _cities = Column("cities.txt", 0);
    private readonly string[] _countries = Column("countries.tsv", 2);
    private readonly string[] _adjectives = [.. EmbeddedTable.Read("countries.tsv").SelectMany(row => EmbeddedTable.Values(row, 4))];

    /// <summary>Returns a number from 0 up to a limit.</summary>
    public int Next(int limit) => random.Next(limit);

    /// <summary>Returns a person's given name and family name.</summary>
    public string[] Person() => [random.Next(4) == 0 ? $"{(char)('A' + random.Next(26))}." : Pick(_givenNames), FamilyName()];

    /// <summary>Returns a family name.</summary>
    public string FamilyName() => Pick(_familyNames);

    /// <summary>Returns a club's name.</summary>
    public string[] Club() => Pick(_clubs).Split(' ');

    /// <summary>Returns a town's name.</summary>
    public string[] City() => Pick(_cities).Split(' ');

    /// <summary>Returns a country's name.</summary>
    public string[] Country() => Pick(_countries).Split(' ');

    /// <summary>Returns a country's adjective.</summary>
    public string[] Adjective() => Pick(_adjectives).Split(' ');

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private static string[] Column(string fileName, int column) => [.. EmbeddedTable.Read(fileName).Select(row => row[column])];
}
