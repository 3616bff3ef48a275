using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Functions.Http.Answers;

/// <summary>
/// Remembers the validators that this worker gave out, each for as long as its answer is fresh, so that a conditional request
/// within that time costs no call to storage. Holds two generations of at most <see cref="MaxEntries"/> each, of addresses of
/// at most <see cref="MaxKeyLength"/> characters: some 10 MB at the very most.
/// </summary>
public sealed class ValidatorCache(TimeProvider time)
{
    /// <summary>The most validators of one generation: when it is full, the one before it is dropped.</summary>
    public const int MaxEntries = 4096;

    /// <summary>The longest address that is remembered, in characters.</summary>
    public const int MaxKeyLength = 512;

    private ConcurrentDictionary<string, Remembered> _newer = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Remembered> _older = new(StringComparer.Ordinal);

    /// <summary>Remembers a validator from now on.</summary>
    /// <param name="key">The address and the representation.</param>
    /// <param name="validator">The validator.</param>
    /// <param name="maxAge">For how long its answer is fresh.</param>
    internal void Remember(string key, Validator validator, TimeSpan maxAge)
    {
        if (maxAge <= TimeSpan.Zero || key.Length > MaxKeyLength)
        {
            return;
        }

        if (_newer.Count >= MaxEntries)
        {
            _older = _newer;
            _newer = new(StringComparer.Ordinal);
        }

        _newer[key] = new Remembered(validator, time.GetTimestamp(), maxAge);
    }

    /// <summary>Finds the validator of an answer that is still fresh.</summary>
    /// <param name="key">The address and the representation.</param>
    /// <param name="validator">The validator.</param>
    /// <param name="age">How old the answer is.</param>
    internal bool TryFind(string key, [NotNullWhen(true)] out Validator? validator, out TimeSpan age)
    {
        var found = _newer.TryGetValue(key, out var remembered) || _older.TryGetValue(key, out remembered);
        age = found ? time.GetElapsedTime(remembered.At) : TimeSpan.Zero;
        validator = found && age < remembered.MaxAge ? remembered.Validator : null;
        return validator is not null;
    }

    private readonly record struct Remembered(Validator Validator, long At, TimeSpan MaxAge);
}

/// <summary>What is needed to answer that a representation has not changed.</summary>
/// <param name="Hash">What its entity tags have in common.</param>
/// <param name="Length">Its length without a coding, in bytes.</param>
/// <param name="Link">Its header <c>Link</c>; null for none.</param>
internal sealed record Validator(string Hash, int Length, string? Link);
