using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Evaluation.Data;

/// <summary>Which pages of a folder are scored.</summary>
internal enum Part
{
    /// <summary>Those that may be looked at.</summary>
    Dev,

    /// <summary>Those that nobody looks at: rules are never made for them.</summary>
    HeldOut,

    /// <summary>Both.</summary>
    All,
}

/// <summary>Which page belongs to which part: a third, picked by a hash of the ids, is held out.</summary>
internal static class Parts
{
    private const int HeldOutOneIn = 3;

    /// <summary>Gets what the parts are called.</summary>
    public static IReadOnlyDictionary<string, Part> Names { get; } = new Dictionary<string, Part>(StringComparer.Ordinal)
    {
        ["dev"] = Part.Dev,
        ["held-out"] = Part.HeldOut,
        ["all"] = Part.All,
    };

    /// <summary>Tells whether a page is of a part.</summary>
    public static bool Holds(this Part part, string id) => part == Part.All || IsHeldOut(id) == (part == Part.HeldOut);

    /// <summary>Tells whether a page is held out: its number is divisible by three.</summary>
    public static bool IsHeldOut(string id) => Number(id) % HeldOutOneIn == 0;

    /// <summary>Returns a number from 0 to 255 that sorts pages: the first byte of the SHA-256 of the id in UTF-8.</summary>
    public static byte Number(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[0];
}
