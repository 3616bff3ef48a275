using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Functions.Http;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.Problems;
using Pipeline.Functions.Http.Routes;
using Pipeline.Processing.Queries;
using Xunit;

namespace Pipeline.Functions.Tests.Answers;

public sealed class ApiAnswersTests
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly ApiRoute<Thing> _route;
    private readonly ApiAnswers _answers;
    private Func<QueryResult<Thing>> _query = () => new Thing("one", "c2");
    private int _queries;

    public ApiAnswersTests()
    {
        _answers = new ApiAnswers(new ValidatorCache(_time), new CorsPolicy(new HttpOptions()), NullLogger<ApiAnswers>.Instance);
        _route = new ApiRoute<Thing>("GetThing", "things/{id}", "A thing.")
        {
            Parameters = [new ApiParameter("cursor", "", "")],
            Forms =
            [
                Representations.Json<Thing>(),
                new Representation<Thing>(MediaTypes.Html, null, (thing, _) => Encoding.UTF8.GetBytes($"<p>{thing.Name}</p>")),
            ],
            Next = thing => thing.Next,
            MaxAge = MaxAge,
        };
    }

    [Fact]
    public async Task Answer_Value_HasAllHeaders()
    {
        var (response, body) = await AskAsync(TestRequests.Get("/api/things/1?cursor=c%201&code=secret"));

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("""{"name":"one","next":"c2"}""", Encoding.UTF8.GetString(body));
        Assert.Equal("application/json", response.ContentType);
        Assert.Equal(body.Length, response.ContentLength);
        Assert.Matches("^\"[^\"]+\"$", response.Headers.ETag.ToString());
        Assert.Equal("public, max-age=5", response.Headers.CacheControl);
        Assert.Equal("Accept, Accept-Encoding", response.Headers.Vary);
        Assert.Equal("<https://news.example/api/things/1?cursor=c2>; rel=\"next\"", response.Headers.Link);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.Equal(0, response.Headers.ContentSecurityPolicy.Count);
    }

    [Fact]
    public async Task Answer_Html_HasAPolicyThatLetsNothingRun()
    {
        var (response, _) = await AskAsync(TestRequests.Get("/api/things/1", "Accept: text/html"));

        Assert.StartsWith("default-src 'none'", response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", response.Headers["Referrer-Policy"]);
        Assert.Equal("text/html; charset=utf-8", response.ContentType);
    }

    [Fact]
    public async Task Answer_Head_IsTheGetWithoutItsBody()
    {
        var (get, body) = await AskAsync(TestRequests.Get("/api/things/1"));
        var (head, nothing) = await AskAsync(TestRequests.Make("HEAD", "/api/things/1"));

        Assert.Empty(nothing);
        Assert.Equal(body.Length, head.ContentLength);
        Assert.Equal(get.Headers.Select(header => $"{header.Key}: {header.Value}"), head.Headers.Select(header => $"{header.Key}: {header.Value}"));
    }

    [Fact]
    public async Task Answer_KnownTagWithinMaxAge_IsNotModifiedWithoutAQuery()
    {
        var (first, _) = await AskAsync(TestRequests.Get("/api/things/1"));
        _time.Advance(TimeSpan.FromSeconds(3));

        var (second, body) = await AskAsync(TestRequests.Get("/api/things/1", $"If-None-Match: \"other\", W/{first.Headers.ETag}"));

        Assert.Equal(304, second.StatusCode);
        Assert.Empty(body);
        Assert.Equal(1, _queries);
        Assert.Equal("3", second.Headers.Age);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.Equal(first.Headers.Link, second.Headers.Link);
        Assert.Null(second.ContentLength);
    }

    [Theory]
    [InlineData("no-cache")]
    [InlineData("max-age=0")]
    public async Task Answer_KnownTagOfAClientThatWantsToKnowAnew_AsksAgain(string cacheControl)
    {
        var (first, _) = await AskAsync(TestRequests.Get("/api/things/1"));
        _query = () => new Thing("two", null);

        var (second, _) = await AskAsync(TestRequests.Get("/api/things/1", $"If-None-Match: {first.Headers.ETag}", $"Cache-Control: {cacheControl}"));

        Assert.Equal((200, 2), (second.StatusCode, _queries));
    }

    [Fact]
    public async Task Answer_KnownTagAfterMaxAge_AsksAgain()
    {
        var (first, _) = await AskAsync(TestRequests.Get("/api/things/1"));
        _time.Advance(MaxAge);

        var (same, _) = await AskAsync(TestRequests.Get("/api/things/1", $"If-None-Match: {first.Headers.ETag}"));
        _query = () => new Thing("two", null);
        _time.Advance(MaxAge);
        var (changed, _) = await AskAsync(TestRequests.Get("/api/things/1", $"If-None-Match: {first.Headers.ETag}"));

        Assert.Equal((304, 200, 3), (same.StatusCode, changed.StatusCode, _queries));
        Assert.Equal(0, same.Headers.Age.Count);
    }

    [Theory]
    [InlineData("/api/things/2", "Accept: */*")]
    [InlineData("/api/things/1?cursor=x", "Accept: */*")]
    [InlineData("/api/things/1", "Accept: text/html")]
    [InlineData("/api/things/1", "Accept-Encoding: gzip, identity;q=0")]
    public async Task Answer_TagOfAnotherRepresentation_IsAnswered(string target, string header)
    {
        var (first, _) = await AskAsync(TestRequests.Get("/api/things/1"));
        _query = () => new Thing("two", null);

        var (second, _) = await AskAsync(TestRequests.Get(target, header, $"If-None-Match: {first.Headers.ETag}"));

        Assert.Equal(200, second.StatusCode);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task Answer_Problem_IsNotRemembered()
    {
        _query = () => new QueryProblem(QueryProblemKind.NotFound, "Nothing.");
        var (first, body) = await AskAsync(TestRequests.Get("/api/things/1", "If-None-Match: *"));
        await AskAsync(TestRequests.Get("/api/things/1", "If-None-Match: *"));

        Assert.Equal(2, _queries);
        AssertProblem(ProblemTypes.NotFound, first, body);
    }

    [Fact]
    public async Task Answer_LongBody_IsCompressedWithATagOfItsOwn()
    {
        _query = () => new Thing(new string('a', 2000), null);

        var (plain, longBody) = await AskAsync(TestRequests.Get("/api/things/1"));
        var (coded, shortBody) = await AskAsync(TestRequests.Get("/api/things/1", "Accept-Encoding: gzip"));
        var (again, _) = await AskAsync(TestRequests.Get("/api/things/1", "Accept-Encoding: gzip", $"If-None-Match: {coded.Headers.ETag}"));

        Assert.Equal("gzip", coded.Headers.ContentEncoding);
        Assert.Equal(0, plain.Headers.ContentEncoding.Count);
        Assert.True(shortBody.Length < longBody.Length);
        Assert.NotEqual(plain.Headers.ETag, coded.Headers.ETag);
        Assert.Equal((304, 2), (again.StatusCode, _queries));
    }

    [Theory]
    [InlineData("Accept: image/png")]
    [InlineData("Accept-Encoding: *;q=0")]
    public async Task Answer_NothingAccepted_IsNotAcceptable(string header)
    {
        var (response, body) = await AskAsync(TestRequests.Get("/api/things/1", header));

        AssertProblem(ProblemTypes.NotAcceptable, response, body);
        Assert.Equal(0, _queries);
    }

    [Fact]
    public async Task Answer_FixedForm_IgnoresAccept()
    {
        var request = TestRequests.Get("/api/things/1", "Accept: image/png");

        var (response, _) = await request.SendAsync(_answers.AnswerAsync(
            _route with { IsFixedForm = true }, request, _ => Task.FromResult(_query()), CancellationToken.None));

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task Answer_LargeBody_IsRefused()
    {
        var request = TestRequests.Get("/api/things/1");
        request.ContentLength = ApiAnswers.MaxBodyBytes + 1;

        var (response, body) = await AskAsync(request);

        AssertProblem(ProblemTypes.BodyTooLarge, response, body);
    }

    [Theory]
    [InlineData(ApiAnswers.MaxBodyBytes, false)]
    [InlineData(ApiAnswers.MaxBodyBytes + 1, true)]
    public async Task Answer_BodyWithoutItsLength_IsRefusedWhereItIsTooLarge(int length, bool isRefused)
    {
        var request = TestRequests.Get("/api/things/1");
        request.Body = new MemoryStream(new byte[length]);
        request.HttpContext.Features.Set<IHttpRequestBodyDetectionFeature>(new SomeBody());

        var (response, _) = await AskAsync(request);

        Assert.Equal(isRefused ? 413 : 200, response.StatusCode);
    }

    [Fact]
    public async Task Answer_StorageAway_SaysWhenToAskAgain()
    {
        _query = () => throw new RequestFailedException(503, "away");

        var (response, body) = await AskAsync(TestRequests.Get("/api/things/1"));

        AssertProblem(ProblemTypes.StorageUnavailable, response, body);
        Assert.Equal("10", response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Answer_QueryThrows_IsAProblemWithoutTheReason()
    {
        _query = () => throw new InvalidOperationException("secret");

        var (response, body) = await AskAsync(TestRequests.Get("/api/things/1"));

        AssertProblem(ProblemTypes.Unexpected, response, body);
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_RouteWithAKey_IsForTheCallerAlone()
    {
        var request = TestRequests.Get("/api/things/1");

        var (response, _) = await request.SendAsync(_answers.AnswerAsync(
            _route with { Level = Microsoft.Azure.Functions.Worker.AuthorizationLevel.Function }, request, _ => Task.FromResult(_query()), CancellationToken.None));

        Assert.Equal("private, max-age=5", response.Headers.CacheControl);
    }

    private static void AssertProblem(ProblemType type, HttpResponse response, byte[] body)
    {
        var problem = JsonNode.Parse(body)!;
        Assert.Equal(type.Status, response.StatusCode);
        Assert.Equal("application/problem+json", response.ContentType);
        Assert.Equal("no-store", response.Headers.CacheControl);
        Assert.Equal(type.Type, (string?)problem["type"]);
        Assert.Equal(type.Status, (int?)problem["status"]);
        Assert.Equal(0, response.Headers.ETag.Count);
    }

    private Task<(HttpResponse Response, byte[] Body)> AskAsync(HttpRequest request) => request.SendAsync(_answers.AnswerAsync(
        _route,
        request,
        _ =>
        {
            _queries++;
            return Task.FromResult(_query());
        },
        CancellationToken.None));

    public sealed record Thing(string Name, string? Next);

    private sealed class SomeBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
