using System.Net;
using System.Text.Json.Nodes;
using Pipeline.Testing;
using Xunit;

namespace Pipeline.LocalHost.Tests.Hosting;

public sealed class HttpTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly TestApp _app = new(azurite);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("api/items/7", HttpStatusCode.OK, "7  ")]
    [InlineData("api/items/7/2023-11-17?q=x", HttpStatusCode.OK, "7 2023-11-17 x")]
    [InlineData("API/Items/7", HttpStatusCode.OK, "7  ")]
    [InlineData("api/numbers/12345678901", HttpStatusCode.OK, "12345678901")]
    [InlineData("api/files/a/b%20c", HttpStatusCode.Accepted, """{"path":"a/b c"}""")]
    [InlineData("api/files", HttpStatusCode.Accepted, """{"path":null}""")]
    [InlineData("api/PlainObject", HttpStatusCode.OK, "")]
    [InlineData("api/Guarded", HttpStatusCode.OK, "in")]
    [InlineData("api/pages/1", HttpStatusCode.OK, "page 1")]
    [InlineData("api/pages/new", HttpStatusCode.OK, "page new")]
    public async Task Get_Path_IsAnswered(string path, HttpStatusCode status, string body)
    {
        using var client = await ConnectAsync();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_Root_LeadsHomeWhereThereIsAHome()
    {
        await using var home = await _app.StartAsync([typeof(HttpFunctions)], options => options with { HomePath = "api/items/7" });
        using var client = new HttpClient { BaseAddress = home.Address };

        Assert.Equal("7  ", await client.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("api/items/seven", HttpStatusCode.NotFound)]
    [InlineData("items/7", HttpStatusCode.NotFound)]
    [InlineData("api/Echo", HttpStatusCode.NotFound)]
    [InlineData("api/items/7/yesterday", HttpStatusCode.BadRequest)]
    [InlineData("api/numbers/many", HttpStatusCode.BadRequest)]
    [InlineData("api/Throws", HttpStatusCode.InternalServerError)]
    [InlineData("api/BadAnswer", HttpStatusCode.InternalServerError)]
    public async Task Get_WhatTheHostRefuses_IsAProblemThatSaysNothingOfTheApp(string path, HttpStatusCode status)
    {
        using var client = await ConnectAsync();

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        await AssertProblemAsync(status, response);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK, "page 1")]
    [InlineData("HEAD", HttpStatusCode.OK, "")]
    [InlineData("DELETE", HttpStatusCode.OK, "other DELETE")]
    [InlineData("OPTIONS", HttpStatusCode.OK, "other OPTIONS")]
    [InlineData("BREW", HttpStatusCode.OK, "other BREW")]
    public async Task Send_Method_GoesToTheFirstFunctionByNameThatTakesIt(string method, HttpStatusCode status, string body)
    {
        using var client = await ConnectAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/pages/1");

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Send_Body_IsRead(string method)
    {
        using var client = await ConnectAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/Echo") { Content = new StringContent("body") };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("body", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_FunctionThatThrows_IsLogged()
    {
        using var client = await ConnectAsync();

        using var response = await client.GetAsync("api/Throws", TestContext.Current.CancellationToken);

        Assert.Contains(_app.Log.Lines, line => line.StartsWith("Error: Throws failed on GET /api/Throws", StringComparison.Ordinal)
            && line.Contains("The function's own reason.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_TwoRequests_HaveTheirOwnScopes()
    {
        using var client = await ConnectAsync();

        var first = await client.GetStringAsync("api/Scope", TestContext.Current.CancellationToken);
        var second = await client.GetStringAsync("api/Scope", TestContext.Current.CancellationToken);

        Assert.Equal(("1", "2"), (first, second));
    }

    [Theory]
    [InlineData("api/Guarded", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/Guarded", "other", HttpStatusCode.Unauthorized)]
    [InlineData("api/Guarded", "secret", HttpStatusCode.OK)]
    [InlineData("api/Guarded?code=secret", null, HttpStatusCode.OK)]
    [InlineData("api/Guarded?code=other", null, HttpStatusCode.Unauthorized)]
    [InlineData("api/Scope", null, HttpStatusCode.OK)]
    public async Task Get_KeyIsSet_FunctionLevelWantsIt(string path, string? header, HttpStatusCode status)
    {
        using var client = await ConnectAsync(key: "secret");
        if (header is not null)
        {
            client.DefaultRequestHeaders.Add("x-functions-key", header);
        }

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            await AssertProblemAsync(status, response);
        }
    }

    [Theory]
    [InlineData("localhost:{port}", null, HttpStatusCode.OK)]
    [InlineData("LOCALHOST", null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1:{port}", null, HttpStatusCode.OK)]
    [InlineData("127.8.8.8", null, HttpStatusCode.OK)]
    [InlineData("[::1]:{port}", null, HttpStatusCode.OK)]
    [InlineData("rebound.example:{port}", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.rebound.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.0.2.1", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("news.example:8443", "proxy.example; News.example", HttpStatusCode.OK)]
    [InlineData("other.example", "proxy.example;news.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("other.example", "*", HttpStatusCode.OK)]
    public async Task Get_NameOfTheHost_IsOneOfItsOwn(string name, string? allowed, HttpStatusCode status)
    {
        _app.Settings["AllowedHosts"] = allowed;
        using var client = await ConnectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/items/7");
        request.Headers.Host = name.Replace("{port}", $"{client.BaseAddress!.Port}", StringComparison.Ordinal);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            await AssertProblemAsync(status, response);
        }
    }

    [Theory]
    [InlineData(null, null, null, HttpStatusCode.OK)]
    [InlineData(null, null, "same-origin", HttpStatusCode.OK)]
    [InlineData("localhost:{port}", "http://localhost:{port}", null, HttpStatusCode.OK)]
    [InlineData("[::1]:{port}", null, "none", HttpStatusCode.OK)]
    [InlineData(null, "https://news.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "null", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "http://localhost:1", "same-site", HttpStatusCode.Forbidden)]
    [InlineData(null, null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("rebound.example:{port}", null, "same-origin", HttpStatusCode.MisdirectedRequest)]
    [InlineData("rebound.example:{port}", "http://rebound.example:{port}", null, HttpStatusCode.MisdirectedRequest)]
    public async Task Get_NoKeyIsSet_WhatWantsOneIsNotForPagesOfOtherSites(string? host, string? origin, string? site, HttpStatusCode status)
    {
        using var client = await ConnectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/Guarded");
        foreach (var (name, value) in new[] { ("Host", host), ("Origin", origin), ("Sec-Fetch-Site", site) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value.Replace("{port}", $"{client.BaseAddress!.Port}", StringComparison.Ordinal));
            }
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            await AssertProblemAsync(status, response);
        }
    }

    [Fact]
    public async Task Get_ClientGoesAway_CancelsTheFunction()
    {
        var cancelled = new TaskCompletionSource();
        _app.Recorder.OnRun = async (_, token) =>
        {
            await using var registration = token.Register(() => cancelled.TrySetResult());
            await Task.Delay(Timeout.Infinite, token);
        };
        using var client = await ConnectAsync();
        using var leave = new CancellationTokenSource();

        var request = client.GetAsync("api/Slow", leave.Token);
        await _app.Recorder.WaitForAsync(1);
        await leave.CancelAsync();

        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Get_FunctionTakingTooLong_IsCancelledAndAnsweredWith500()
    {
        _app.FunctionTimeout = "00:00:00.2";
        _app.Recorder.OnRun = (_, token) => Task.Delay(Timeout.Infinite, token);
        using var client = await ConnectAsync();

        using var response = await client.GetAsync("api/Slow", TestContext.Current.CancellationToken);

        await AssertProblemAsync(HttpStatusCode.InternalServerError, response);
    }

    [Fact]
    public async Task Get_DisabledFunction_IsNotFound()
    {
        _app.Settings["AzureWebJobs.Scope.Disabled"] = "true";
        using var client = await ConnectAsync();

        using var response = await client.GetAsync("api/Scope", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Address_OfTheHost_IsLoopbackOnly()
    {
        using var client = await ConnectAsync();

        Assert.Equal("127.0.0.1", client.BaseAddress!.Host);
    }

    private static async Task AssertProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.DoesNotContain("own reason", problem.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<HttpClient> ConnectAsync(string? key = null)
    {
        var host = await _app.StartAsync([typeof(HttpFunctions)], options => options with { FunctionKey = key });
        return new HttpClient { BaseAddress = host.Address };
    }
}
