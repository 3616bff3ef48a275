using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Finds members of objects by their names as they are written: the library's own search fails where a name holds half a surrogate pair.</summary>
internal static class JsonMember
{
    /// <summary>Finds a member; of several of that name, the last.</summary>
    /// <param name="element">The object; nothing else.</param>
    /// <param name="name">The name, in ASCII.</param>
    /// <param name="value">The member's value.</param>
    public static bool TryGetMember(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        var found = false;
        foreach (var property in element.EnumerateObject())
        {
            if (Ascii.Equals(JsonMarshal.GetRawUtf8PropertyName(property), name))
            {
                (value, found) = (property.Value, true);
            }
        }

        return found;
    }
}
