using Pipeline.Storage.Keys;

namespace Pipeline.Storage.Tests;

/// <summary>Ids that no other test has: all tests share the emulator's tables.</summary>
internal static class TestIds
{
    public static string Article() => ArticleIds.ForFile(Guid.NewGuid().ToString());

    public static string Issue() => $"issue-{Guid.NewGuid():N}";
}
