using Microsoft.Extensions.Configuration;

namespace Pipeline.LocalHost.Configuration;

/// <summary>Puts the settings together.</summary>
internal static class HostConfiguration
{
    /// <summary>Adds the sources: local.settings.json, above it the environment, above that the caller's own settings.</summary>
    public static void AddTo(
        IConfigurationBuilder builder, string? localSettingsPath, IReadOnlyDictionary<string, string?> settings)
    {
        if (localSettingsPath is not null)
        {
            builder.AddInMemoryCollection(LocalSettings.Load(localSettingsPath));
        }

        builder.AddEnvironmentVariables();
        builder.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(LocalSettings.Normalize(setting.Key), setting.Value)));
    }

    /// <summary>Tells whether <c>AzureWebJobs.{function}.Disabled</c> is <c>true</c> or <c>1</c>.</summary>
    public static bool IsDisabled(IConfiguration configuration, string function)
    {
        // The form with underscores is for shells that cannot set a name with dots.
        var value = configuration[$"AzureWebJobs.{function}.Disabled"] ?? configuration[$"AzureWebJobs_{function}_Disabled"];
        return string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) || value is "1";
    }
}
