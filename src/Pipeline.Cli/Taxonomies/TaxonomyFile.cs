using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Cli.Taxonomies;

/// <summary>Opens the taxonomy that a verb is about.</summary>
internal static class TaxonomyFile
{
    /// <summary>Opens a file, or the built-in taxonomy.</summary>
    /// <param name="path">The file; null for the built-in taxonomy.</param>
    /// <exception cref="CommandException">There is no such file, or it is not valid.</exception>
    public static Taxonomy Open(string? path)
    {
        if (path is null)
        {
            return Taxonomy.LoadBuiltIn();
        }

        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file {path}.");
        }

        try
        {
            return Taxonomy.Parse(File.ReadAllBytes(path));
        }
        catch (TaxonomyException exception)
        {
            throw new CommandException($"{exception.Message} `pipeline taxonomy validate {path}` tells all.", exception);
        }
    }
}
