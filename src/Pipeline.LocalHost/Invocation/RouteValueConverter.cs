using System.Globalization;

namespace Pipeline.LocalHost.Invocation;

/// <summary>Converts route values, in the invariant culture.</summary>
internal static class RouteValueConverter
{
    private static readonly Dictionary<Type, Func<string, object?>> Converters = new()
    {
        [typeof(string)] = value => value,
        [typeof(bool)] = Parse<bool>,
        [typeof(int)] = Parse<int>,
        [typeof(long)] = Parse<long>,
        [typeof(double)] = Parse<double>,
        [typeof(decimal)] = Parse<decimal>,
        [typeof(Guid)] = Parse<Guid>,
        [typeof(DateOnly)] = Parse<DateOnly>,
        [typeof(DateTime)] = Parse<DateTime>,
        [typeof(DateTimeOffset)] = Parse<DateTimeOffset>,
        [typeof(TimeSpan)] = Parse<TimeSpan>,
    };

    /// <summary>Finds the conversion to a type, or to what a nullable type may hold.</summary>
    /// <returns>A conversion that gives null for what it cannot read; null where there is none.</returns>
    public static Func<string, object?>? For(Type type) =>
        Converters.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);

    private static object? Parse<T>(string value)
        where T : IParsable<T> =>
        T.TryParse(value, CultureInfo.InvariantCulture, out var result) ? result : null;
}
