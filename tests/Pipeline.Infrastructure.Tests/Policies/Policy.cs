using Pipeline.Infrastructure.Tests.Bicep;

namespace Pipeline.Infrastructure.Tests.Policies;

/// <summary>Something that must hold of what a deployment makes.</summary>
/// <param name="Name">What must hold.</param>
/// <param name="Violations">Finds where it does not.</param>
internal sealed record Policy(string Name, Func<Snapshot, IEnumerable<string>> Violations)
{
    /// <summary>Makes a policy that all resources of a type have a value, and that there is one of them.</summary>
    public static Policy Value(string name, string type, string path, params string[] allowed) => new(name, snapshot => snapshot
        .OfType(type)
        .Where(resource => !allowed.Contains(resource.Text(path)))
        .Select(resource => $"{resource.Id}: {path} is {resource.Text(path) ?? "missing"}")
        .Concat(snapshot.OfType(type).Any() ? [] : [$"There is no {type}."]));

    /// <summary>Makes a policy that two sets are the same.</summary>
    public static Policy Same(string name, Func<Snapshot, IEnumerable<string>> expected, Func<Snapshot, IEnumerable<string>> actual) => new(name, snapshot =>
    {
        var (wanted, present) = (expected(snapshot).ToList(), actual(snapshot).ToList());
        return [.. wanted.Except(present).Select(item => $"missing: {item}"), .. present.Except(wanted).Select(item => $"not wanted: {item}")];
    });
}
