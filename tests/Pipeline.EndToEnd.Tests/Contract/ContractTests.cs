using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Pipeline.LocalHost.Discovery;
using Pipeline.Storage.Keys;
using Xunit;

namespace Pipeline.EndToEnd.Tests.Contract;

/// <summary>Every route of the API's description, in every form, against the running app: each answer is as described.</summary>
public sealed class ContractTests(RunningPipeline pipeline)
{
    private const string Unknown = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private readonly string _folder = Guid.NewGuid().ToString("N");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_Routes_AreThoseOfTheFunctions()
    {
        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);

        var served = pipeline.Host.Functions.Select(function => function.Trigger).OfType<HttpTrigger>()
            .Where(trigger => trigger.Methods.Count > 0 && !IsPage(trigger.Route))
            .SelectMany(trigger => trigger.Methods.Select(method => $"{method.ToLowerInvariant()} /{trigger.Route}"));

        Assert.Equal(served.Order(), description.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order());
    }

    [Fact]
    public async Task Answers_OfEveryRouteInEveryForm_AreAsDescribed()
    {
        var id = await DropAsync("summit.txt", Texts.Summit);

        // The one that the description has as an example.
        await pipeline.WaitForSummaryAsync(await pipeline.DropAsync("world/summit.txt", Texts.Summit));
        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);

        foreach (var (path, method, _) in description.Operations.Where(IsReading))
        {
            foreach (var form in ApiDescription.MediaTypes(description.Operation(path, "get")))
            {
                foreach (var target in Targets(description, path, id))
                {
                    using var response = await SendAsync(method, target, form);
                    AssertGood(HttpStatusCode.OK, response, await description.WhatDiffersAsync(path, method, response, Token), method, target);
                    Assert.Equal(form, response.Content.Headers.ContentType?.MediaType);

                    if (form == "text/event-stream")
                    {
                        continue;
                    }

                    await AssertUnchangedAsync(description, path, method, target, form, response.Headers.ETag!.Tag);
                }
            }
        }
    }

    [Fact]
    public async Task Errors_OfEveryRoute_AreAsDescribed()
    {
        var rejected = await pipeline.DropAsync($"{_folder}/binary.txt", [0, 1, 2, 3, 0, 255, 254, 0]);
        await pipeline.WaitAsync($"summaries/{rejected}", (status, _) => status == HttpStatusCode.UnprocessableEntity);
        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);

        foreach (var (path, method, operation) in description.Operations)
        {
            // A command that is refused for what it asks for is not carried out; one that is not would disturb others.
            (string Target, HttpStatusCode? Status, string Accept)[] carriedOut = IsReading((path, method, operation))
                ? [(Fill(path, rejected, "vaccines", "2024-06-03"), null, "*/*"), (Fill(path, Unknown, "nonsense", "2024-06-31"), null, "*/*")]
                : [];
            (string Target, HttpStatusCode? Status, string Accept)[] cases =
            [
                (Fill(path, rejected, "vaccines", "2024-06-03") + "?unknown=1", HttpStatusCode.BadRequest, "*/*"),
                (Fill(path, rejected, "vaccines", "2024-06-03"), null, "image/png"),
                .. carriedOut,
                .. operation["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] == "query").Select(parameter =>
                    ($"{Fill(path, rejected, "vaccines", "2024-06-03")}?{parameter!["name"]}=%3F", AnswerToAnOddValue((string)parameter["name"]!), "*/*")),
            ];
            foreach (var (target, status, accept) in cases)
            {
                using var response = await SendAsync(method, target, accept);
                AssertGood(status ?? response.StatusCode, response, await description.WhatDiffersAsync(path, method, response, Token), method, target);
            }
        }
    }

    [Fact]
    public async Task Links_OfEveryPagedRoute_LeadToOtherPagesAsDescribed()
    {
        for (var day = 1; day <= 3; day++)
        {
            await DropAsync($"{day}.txt", Texts.Dated(new DateOnly(1971, 5, day), day));
            var rejected = await pipeline.DropAsync($"{_folder}/empty-{day}.txt", "");
            await pipeline.WaitAsync($"summaries/{rejected}", (status, _) => status == HttpStatusCode.UnprocessableEntity);
        }

        var description = await ApiDescription.ReadAsync(pipeline.Http, Token);
        var paged = description.Operations.Where(operation => operation.Method == "get" && operation.Operation["parameters"]!.AsArray().Any(parameter => (string?)parameter!["name"] == "cursor") && operation.Path != "/poison").ToList();
        Assert.NotEmpty(paged);
        foreach (var (path, method, _) in paged)
        {
            var seen = new HashSet<string>();
            var address = new Uri(pipeline.Http.BaseAddress!, Fill(path, Unknown, "vaccines", "1971-05-01") + "?limit=1");
            while (address is not null && seen.Count < 3)
            {
                using var response = await pipeline.Http.GetAsync(address, Token);
                AssertGood(HttpStatusCode.OK, response, await description.WhatDiffersAsync(path, method, response, Token), method, address.ToString());
                Assert.True(seen.Add(await response.Content.ReadAsStringAsync(Token)), $"{address} repeats a page");
                address = response.Headers.TryGetValues("Link", out var links) ? new Uri(links.Single().Split('<', '>')[1]) : null;
            }

            Assert.Equal(3, seen.Count);
        }
    }

    [Fact]
    public async Task Links_OfAListing_LeadThroughItAndEnd()
    {
        for (var day = 1; day <= 3; day++)
        {
            await DropAsync($"{day}.txt", Texts.Dated(new DateOnly(1972, 5, day), day));
        }

        var pages = 0;
        var address = new Uri(pipeline.Http.BaseAddress!, "summaries?from=1972-05-01&to=1972-05-03&limit=1");
        for (; address is not null; pages++)
        {
            using var response = await pipeline.Http.GetAsync(address, Token);
            address = response.Headers.TryGetValues("Link", out var links) ? new Uri(links.Single().Split('<', '>')[1]) : null;
        }

        Assert.Equal(3, pages);
    }

    /// <summary>Asks again with the tag of an answer, and again where it has changed meanwhile, as the status may.</summary>
    private async Task AssertUnchangedAsync(ApiDescription description, string path, string method, string target, string form, string tag)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await SendAsync(method, target, form, tag);
            if (answer.StatusCode == HttpStatusCode.OK && answer.Headers.ETag!.Tag != tag && attempt < 20)
            {
                tag = answer.Headers.ETag.Tag;
                continue;
            }

            AssertGood(HttpStatusCode.NotModified, answer, await description.WhatDiffersAsync(path, method, answer, Token), method, target);
            Assert.Equal(tag, answer.Headers.ETag?.Tag);
            return;
        }
    }

    private static void AssertGood(HttpStatusCode expected, HttpResponseMessage response, string difference, string method, string target)
    {
        var what = $"{method} {target}: {(int)response.StatusCode} {difference}";
        Assert.True(response.StatusCode == expected && difference.Length == 0, what);
        Assert.True(response.Headers.TryGetValues("X-Content-Type-Options", out var sniffing) && sniffing.Single() == "nosniff", what);
    }

    /// <summary>Returns a route's address bare, and with each of its parameters at the ends of its range.</summary>
    private static IEnumerable<string> Targets(ApiDescription description, string path, string articleId)
    {
        var target = Fill(path, articleId, "artificial-intelligence", "2024-05-02");
        yield return target;
        foreach (var parameter in description.Operation(path, "get")["parameters"]!.AsArray())
        {
            // A cursor is only good where it came from: Links_… has it. A version is one of a file.
            if ((string)parameter!["in"]! != "query" || (string)parameter["name"]! is "cursor" or "etag")
            {
                continue;
            }

            var schema = parameter["schema"]!;
            foreach (var value in new[] { parameter["example"] is JsonArray several ? several[0] : parameter["example"], schema["minimum"], schema["maximum"], schema["default"] })
            {
                if (value is not null)
                {
                    yield return $"{target}?{parameter["name"]}={value}";
                }
            }
        }
    }

    private static bool IsReading((string Path, string Method, JsonNode Operation) operation) => operation.Method is "get" or "head";

    // The page is no part of the API.
    private static bool IsPage(string? route) => route?.StartsWith("page/", StringComparison.Ordinal) == true;

    // A file may have any name: there is none of this one, and one may be uploaded.
    private static HttpStatusCode AnswerToAnOddValue(string parameter) => parameter switch
    {
        "blob" => HttpStatusCode.NotFound,
        "name" => HttpStatusCode.OK,
        _ => HttpStatusCode.BadRequest,
    };

    private static string Fill(string path, string articleId, string issue, string date) => path[1..]
        .Replace("{articleId}", articleId, StringComparison.Ordinal)
        .Replace("{issue}", issue, StringComparison.Ordinal)
        .Replace("{date}", date, StringComparison.Ordinal)
        .Replace("{queue}", "tag-issues-poison", StringComparison.Ordinal)
        .Replace("{id}", "1", StringComparison.Ordinal);

    private async Task<string> DropAsync(string name, string text)
    {
        var id = await pipeline.DropAsync($"{_folder}/{name}", text);
        Assert.Equal(ArticleIds.ForFile($"{_folder}/{name}"), id);
        await pipeline.WaitForSummaryAsync(id);
        return id;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string target, string accept, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new Uri(target, UriKind.Relative));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        if (ifNoneMatch is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(ifNoneMatch));
        }

        return await pipeline.Http.SendAsync(request, Token);
    }
}
