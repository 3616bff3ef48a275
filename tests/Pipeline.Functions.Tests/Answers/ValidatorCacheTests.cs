using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Functions.Http.Answers;
using Xunit;

namespace Pipeline.Functions.Tests.Answers;

public sealed class ValidatorCacheTests
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly Validator _validator = new("hash", 10, null);

    [Fact]
    public void TryFind_WithinMaxAge_ReturnsItWithItsAge()
    {
        var cache = new ValidatorCache(_time);
        cache.Remember("a", _validator, MaxAge);
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.True(cache.TryFind("a", out var found, out var age));
        Assert.Same(_validator, found);
        Assert.Equal(TimeSpan.FromSeconds(4), age);
        Assert.False(cache.TryFind("b", out _, out _));
    }

    [Fact]
    public void TryFind_AfterMaxAge_FindsNothing()
    {
        var cache = new ValidatorCache(_time);
        cache.Remember("a", _validator, MaxAge);
        _time.Advance(MaxAge);

        Assert.False(cache.TryFind("a", out _, out _));
    }

    [Fact]
    public void Remember_NoMaxAgeOrLongKey_IsForgotten()
    {
        var cache = new ValidatorCache(_time);
        var longKey = new string('a', ValidatorCache.MaxKeyLength + 1);
        cache.Remember("a", _validator, TimeSpan.Zero);
        cache.Remember(longKey, _validator, MaxAge);

        Assert.False(cache.TryFind("a", out _, out _));
        Assert.False(cache.TryFind(longKey, out _, out _));
    }

    [Fact]
    public void Remember_MoreThanTwoGenerations_DropsTheOldest()
    {
        var cache = new ValidatorCache(_time);
        const int count = (2 * ValidatorCache.MaxEntries) + 1;
        for (var i = 0; i < count; i++)
        {
            cache.Remember(i.ToString(CultureInfo.InvariantCulture), _validator, MaxAge);
        }

        var kept = Enumerable.Range(0, count).Count(i => cache.TryFind(i.ToString(CultureInfo.InvariantCulture), out _, out _));

        Assert.False(cache.TryFind("0", out _, out _));
        Assert.Equal(ValidatorCache.MaxEntries + 1, kept);
    }
}
