using System.Text.Json;
using Pipeline.Text;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Testing;

/// <summary>What every reader must do, whatever its format. Derive one class for each reader.</summary>
public abstract class ArticleReaderSuite
{
    /// <summary>Gets the name of a file of the format.</summary>
    protected abstract string FileName { get; }

    /// <summary>Gets a file of the format that gives at least one article; in UTF-8, with letters past ASCII.</summary>
    protected abstract byte[] ValidFile { get; }

    /// <summary>Gets a file of the format whose bytes contradict the encoding that it declares.</summary>
    protected abstract byte[] MisdeclaredFile { get; }

    protected abstract IArticleReader CreateReader();

    [Fact]
    public void Format_Always_IsLowerCase() =>
        Assert.Matches("^[a-z][a-z0-9-]*$", CreateReader().Format);

    [Fact]
    public void CanRead_ValidFile_IsTrue() =>
        Assert.True(CreateReader().CanRead(File(ValidFile)));

    [Fact]
    public void Read_ValidFile_ReturnsArticleOfFormat()
    {
        var items = Read(ValidFile);

        Assert.Contains(items, item => item.Article?.Format == CreateReader().Format);
    }

    [Fact]
    public void Read_Twice_ReturnsTheSame() =>
        Assert.Equal(Json(Read(ValidFile)), Json(Read(ValidFile)));

    [Fact]
    public void Read_SameReaderByManyThreads_ReturnsTheSame()
    {
        var reader = CreateReader();
        var expected = Json(Read(ValidFile));

        var results = new string[16];
        Parallel.For(0, results.Length, i => results[i] = Json(reader.Read(File(ValidFile), TestContext.Current.CancellationToken)));

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void Read_OtherName_ReturnsTheSame()
    {
        var items = CreateReader().Read(new SourceFile("a/b c#?%.bin", ValidFile), TestContext.Current.CancellationToken);

        Assert.Equal(Json(Read(ValidFile)), Json(items));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n\t \n")]
    public void Read_NothingVisible_RejectsAsEmpty(string content)
    {
        var items = Read(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(RejectionReason.Empty, Assert.Single(items).Rejection?.Reason);
    }

    [Fact]
    public void Read_CancelledToken_Throws()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.Throws<OperationCanceledException>(() => CreateReader().Read(File(ValidFile), cancelled));
    }

    [Fact]
    public void Read_TruncatedAnywhere_KeepsContract()
    {
        var file = ValidFile;
        for (var length = 1; length < file.Length; length += Math.Max(1, file.Length / 200))
        {
            Read(file[..length]);
        }
    }

    [Fact]
    public void Read_MisdeclaredEncoding_RejectsOrReadsText()
    {
        foreach (var item in Read(MisdeclaredFile))
        {
            var broken = item.Article?.Text.Count(c => c == '\uFFFD') ?? 0;
            Assert.True(broken * 100 <= (item.Article?.Text.Length ?? 0), "More than one character in a hundred is broken.");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_RandomBytes_KeepsContract(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            Read(bytes);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_DamagedFile_KeepsContract(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var bytes = (byte[])ValidFile.Clone();
            for (var changes = random.Next(1, 20); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Read(bytes);
        }
    }

    /// <summary>Reads a file and asserts the contract.</summary>
    protected IReadOnlyList<ParsedItem> Read(byte[] content)
    {
        var items = CreateReader().Read(File(content), TestContext.Current.CancellationToken);
        ArticleAssert.IsValid(items);
        return items;
    }

    private SourceFile File(byte[] content) => new(FileName, content);

    private static string Json(IReadOnlyList<ParsedItem> items) => JsonSerializer.Serialize(items, PipelineJson.Options);
}
