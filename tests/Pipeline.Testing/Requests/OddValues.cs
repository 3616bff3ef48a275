using System.Globalization;

namespace Pipeline.Testing.Requests;

/// <summary>Odd values of parameters, paths and headers, as they stand in a request.</summary>
internal static class OddValues
{
    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "2", "100", "101", "99999999999999999999", "1e3", "0x10", "1.5", "+1", "%201", "NaN", "true", "TRUE", "maybe", "null", "undefined", "[]", "{}",
        "2024-02-30", "2024-06-03", "0001-01-01", "9999-12-31", "10000-01-01", "2024-6-3", "2024-06-03T00:00:00Z", "%D9%A2%D9%A0%D9%A2%D9%A4-06-03",
        "'", "%27%20or%201%20eq%201", "%27;drop%20table%20x;--", "%22", "%27)%20or%20(PartitionKey%20ne%20%27", "PartitionKey%20gt%20%27a%27",
        "%00", "%0a", "%0d%0aX-Injected:%201", "%1b[31m", "%7f", "%c2%85", "%ff%fe", "%ed%a0%80", "%f0%9f%98%80", "%e2%80%ae", "%ef%bb%bf", "a%cc%88", "%EF%BC%91", "%C4%B0",
        "..", "..%2f..%2fsecret", "%2e%2e%2f", "..%5c", "%2f", "a/b", "~", "*", "%2a", "$filter=x", "%25", "%2525", "%", "%zz", "+", "a+b", "<script>", "%3Cscript%3Ealert(1)%3C/script%3E",
        "trade", "TRADE", "trade%20", "trade,climate", "nonsense", "aaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "openapi.json", "feed.atom",
    ];

    private static readonly string[] AcceptValues =
    [
        "*/*", "text/*", "text/html", "text/markdown;q=0.5", "application/json;q=0", "*/*;q=0", "image/png", ";;;", "text", "a/b/c", "application/json;q=2", "text/html;q=-1", "*/json",
        "application/json;charset=\"", "text/plain;format=flowed", "application/atom+xml", ",,,", "é", "\u0001",
    ];

    private static readonly string[] EncodingValues =
    [
        "gzip", "br", "*", "identity;q=0", "*;q=0", "gzip;q=0, br;q=0, identity;q=0", "gzip;q=abc", "deflate, zstd", ",", "br;q=0.001, gzip;q=1.000", "GZIP", ";", "x;y;z",
    ];

    private static readonly string[] OtherHeaderValues =
    [
        "*", "\"\"", "\"a\"", "W/\"a\"", "\"a", "a", "W/", "\"a\",, \"b\"", "\"é\"", "null", "https://evil.example", "bytes=0-1", "Mon, 32 Foo 2024", "x:y:z", "\u007f", "",
    ];

    /// <summary>Returns any value.</summary>
    public static string Any(Random random) => random.Next(12) switch
    {
        0 => new string('a', random.Next(1, 9_000)),
        1 => string.Concat(Enumerable.Repeat("%41", random.Next(1, 2_000))),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"%{random.Next(256):x2}"))),
        _ => Values[random.Next(Values.Length)],
    };

    /// <summary>Returns the name of a parameter that no route takes, mostly.</summary>
    public static string Name(Random random) => random.Next(4) switch
    {
        0 => "code",
        1 => "",
        2 => new string('n', random.Next(1, 300)),
        _ => Any(random).Replace('&', 'x').Replace('=', 'x'),
    };

    /// <summary>Returns a value that exists, mostly with something wrong: cut, doubled, another letter, another case.</summary>
    public static string Damage(Random random, string value)
    {
        var at = random.Next(value.Length);
        return random.Next(8) switch
        {
            0 => value[..at],
            1 => value + value,
            2 => string.Concat(value.AsSpan(0, at), "A", value.AsSpan(Math.Min(at + 1, value.Length))),
            3 => value.ToUpperInvariant(),
            4 => value + "%00",
            5 => value[at..] + value[..at],
            _ => value,
        };
    }

    /// <summary>Returns a path, sometimes with a trick.</summary>
    public static string Path(Random random, string path) => random.Next(20) switch
    {
        0 => path + "/",
        1 => path.Replace("/", "//", StringComparison.Ordinal),
        2 => path + "/../..",
        3 => path + "/%2e%2e/",
        4 => path.ToUpperInvariant(),
        5 => path + "/" + Any(random),
        6 => path.Replace("/api", "/api/.", StringComparison.Ordinal),
        7 => path + ";a=b",
        _ => path,
    };

    /// <summary>Returns a header's value.</summary>
    public static string Header(Random random, string name)
    {
        var values = name switch
        {
            "Accept" => AcceptValues,
            "Accept-Encoding" => EncodingValues,
            _ => OtherHeaderValues,
        };
        return random.Next(10) == 0 ? Any(random) : values[random.Next(values.Length)];
    }
}
