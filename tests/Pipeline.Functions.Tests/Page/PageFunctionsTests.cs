using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Pipeline.Functions.Page;
using Pipeline.Storage.Files;
using Xunit;

namespace Pipeline.Functions.Tests.Page;

public sealed partial class PageFunctionsTests
{
    private const string StorageOrigin = "https://account.blob.example";

    private readonly PageFunctions _page = new(new PageAssets(), new NoUploads());

    [Theory]
    [InlineData("/api/page", null)]
    [InlineData("/api/page/", "")]
    [InlineData("/api/page/issues/trade", "issues/trade")]
    [InlineData("/api/page/no/such/view", "no/such/view")]
    [InlineData("/api/page/page/", "page/")]
    public async Task Show_PathOfAView_IsTheDocumentThatKnowsWhereItIs(string address, string? path)
    {
        var (response, body) = await ShowAsync(address, path);

        Assert.Equal((200, "text/html; charset=utf-8", "no-cache"), (response.StatusCode, response.ContentType, response.Headers.CacheControl.ToString()));
        var document = Encoding.UTF8.GetString(body);
        Assert.Contains("data-root=\"/api/page/\" data-api=\"/api/\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Document_LetsNothingRunOrLoadButItsOwn()
    {
        var (response, body) = await ShowAsync("/api/page/", "");

        var policy = response.Headers.ContentSecurityPolicy.ToString();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' {StorageOrigin};", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.DoesNotMatch(@"<script(?![^>]* src=)|<style| on\w+=| style=|https?://", Encoding.UTF8.GetString(body));
    }

    [Fact]
    public async Task Show_EachFileOfTheDocument_IsServedForever()
    {
        var (_, body) = await ShowAsync("/api/page/", "");
        var files = Links().Matches(Encoding.UTF8.GetString(body)).Select(match => match.Groups["address"].Value).Distinct().ToList();
        Assert.Contains(files, file => file.EndsWith("/js/main.js", StringComparison.Ordinal));

        foreach (var file in files)
        {
            var (response, content) = await ShowAsync(file, file["/api/page/".Length..]);

            Assert.Equal((200, "public, max-age=31536000, immutable"), (response.StatusCode, response.Headers.CacheControl.ToString()));
            Assert.NotEmpty(content);
        }
    }

    [Fact]
    public async Task Show_Modules_ImportOnlyWhatThereIs()
    {
        var assets = new PageAssets();
        var (_, body) = await ShowAsync("/api/page/", "");
        var modules = Links().Matches(Encoding.UTF8.GetString(body)).Select(match => match.Groups["address"].Value.Split(assets.Version + "/")[1]).Where(file => file.EndsWith(".js", StringComparison.Ordinal)).ToHashSet();

        foreach (var module in modules)
        {
            foreach (Match import in Imports().Matches(Encoding.UTF8.GetString(assets.Find(module)!.Body)))
            {
                var target = new Uri(new Uri($"http://x/{module}"), import.Groups["module"].Value).AbsolutePath[1..];
                Assert.True(modules.Contains(target), $"{module} imports {target}");
            }
        }
    }

    [Theory]
    [InlineData("assets/0123456789ab/js/none.js")]
    [InlineData("assets/0123456789ab/index.html")]
    [InlineData("assets/x/../index.html")]
    public async Task Show_FileThatIsNone_IsNotFound(string path)
    {
        var (response, body) = await ShowAsync("/api/page/" + path, path);

        Assert.Equal(404, response.StatusCode);
        Assert.Empty(body);
    }

    [Fact]
    public async Task Show_FileForADocumentOfAnotherVersion_IsServedButNotForever()
    {
        var (response, body) = await ShowAsync("/api/page/assets/0123456789ab/js/main.js", "assets/0123456789ab/js/main.js");

        Assert.Equal((200, "no-cache"), (response.StatusCode, response.Headers.CacheControl.ToString()));
        Assert.NotEmpty(body);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Show_CodingThatIsTaken_IsUsed(string coding)
    {
        var (_, plain) = await ShowAsync("/api/page/", "");

        var (response, coded) = await ShowAsync("/api/page/", "", $"Accept-Encoding: {coding}");

        Assert.Equal(coding, response.Headers.ContentEncoding);
        Assert.True(coded.Length < plain.Length);
        using var input = new MemoryStream(coded);
        using Stream decoder = coding == "br" ? new BrotliStream(input, CompressionMode.Decompress) : new GZipStream(input, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        await decoder.CopyToAsync(decoded, TestContext.Current.CancellationToken);
        Assert.Equal(plain, decoded.ToArray());
    }

    [Fact]
    public async Task Show_DocumentThatTheBrowserHas_IsNotSentAgain()
    {
        var (first, _) = await ShowAsync("/api/page/", "");

        var (second, body) = await ShowAsync("/api/page/", "", $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal(304, second.StatusCode);
        Assert.Empty(body);
    }

    private async Task<(HttpResponse Response, byte[] Body)> ShowAsync(string address, string? path, params string[] headers)
    {
        var request = TestRequests.Get(address, headers);
        return await request.SendAsync(Task.FromResult(_page.Show(request, path)));
    }

    [GeneratedRegex("(?:href|src)=\"(?<address>[^\"]*/assets/[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex("from '(?<module>[^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex Imports();

    private sealed class NoUploads : IUploadAddresses
    {
        public string Origin => StorageOrigin;

        public Task<UploadAddress?> CreateAsync(string blobName, CancellationToken cancellationToken) => throw new InvalidOperationException("The page asks for no address by itself.");
    }
}
