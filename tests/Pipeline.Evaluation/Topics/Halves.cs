using System.Security.Cryptography;
using System.Text;
using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Topics;

/// <summary>Which labelled article belongs to which half.</summary>
internal static class Halves
{
    /// <summary>Tells whether an article is of a part: those whose id's SHA-256, in UTF-8, begins with an even byte are held out.</summary>
    public static bool HoldsHalf(this Part part, string id) =>
        part == Part.All || (SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % 2 == 0) == (part == Part.HeldOut);

    /// <summary>Gives which of some folds an article belongs to, by another byte of the same hash.</summary>
    public static int FoldOf(string id, int folds) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[1] % folds;
}
