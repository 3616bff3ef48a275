using Microsoft.Extensions.Configuration;

namespace Pipeline.Infrastructure.Tests.Settings;

/// <summary>Settings that remember which of them were asked for.</summary>
internal sealed class RecordingSettings : ConfigurationProvider, IConfigurationSource
{
    public RecordingSettings(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        foreach (var (name, value) in settings)
        {
            Set(name, value);
        }
    }

    public HashSet<string> Asked { get; } = [];

    public override bool TryGet(string key, out string? value)
    {
        Asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
