using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.EndToEnd.Tests.Faults;

/// <summary>
/// Sends requests, but for some that it answers itself as a troubled service would: with an error without the request having been
/// carried out, or, after it was, with none at all, or, where a blob's write had a condition, as if that write were another one's: as
/// a client finds it that was not answered and tried again.
/// </summary>
/// <param name="share">The share of requests that go wrong, from 0 to 1.</param>
/// <param name="seed">Other faults for each.</param>
internal sealed class FaultyTransport(double share, int seed) : HttpPipelineTransport, IDisposable
{
    // One trouble in so many asks for a second, and the others for none: the run is to end.
    private const int LongWaitOneIn = 10;

    private static readonly (int Status, string Code)[] Troubles = [(500, "InternalError"), (503, "ServerBusy"), (429, "TooManyRequests")];

    // What only a write of a row is answered with, and what only a write of a blob, that was carried out.
    private static readonly (int Status, string Code)[] RowConflicts = [(409, "EntityAlreadyExists"), (412, "UpdateConditionNotSatisfied")];
    private static readonly (int Status, string Code)[] BlobConflicts = [(409, "BlobAlreadyExists"), (412, "ConditionNotMet")];

    private readonly HttpClientTransport _inner = new();
    private readonly Random _random = new(seed);
    private volatile bool _hasBegun;
    private int _requests;
    private int _faults;
    private int _troubles;

    /// <summary>Gets how many requests there were since the trouble began.</summary>
    public int Requests => _requests;

    /// <summary>Gets how many of them went wrong.</summary>
    public int FaultCount => _faults;

    /// <summary>Lets the trouble begin: until then all goes well.</summary>
    public void Begin() => _hasBegun = true;

    public void Dispose() => _inner.Dispose();

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The pipeline calls storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!_hasBegun)
        {
            await _inner.ProcessAsync(message);
            return;
        }

        Interlocked.Increment(ref _requests);
        var conflicts = ConflictsOf(message.Request);
        (int Status, string Code)[] faults = [.. Troubles, .. conflicts];
        var (goesWrong, fault) = Draw(faults.Length + 1);
        if (!goesWrong)
        {
            await _inner.ProcessAsync(message);
            return;
        }

        Interlocked.Increment(ref _faults);
        if (fault < Troubles.Length)
        {
            message.Response = new FaultResponse(faults[fault], Interlocked.Increment(ref _troubles) % LongWaitOneIn == 0 ? "1" : "0", message.Request.ClientRequestId);
            return;
        }

        if (fault < faults.Length)
        {
            if (conflicts == BlobConflicts)
            {
                await _inner.ProcessAsync(message);
                message.Response.Dispose();
            }

            message.Response = new FaultResponse(faults[fault], retryAfter: null, message.Request.ClientRequestId);
            return;
        }

        // The service did it, and nobody heard of it.
        await _inner.ProcessAsync(message);
        throw new RequestFailedException("The connection was reset.", new IOException("The connection was reset."));
    }

    private (bool GoesWrong, int Fault) Draw(int faults)
    {
        lock (_random)
        {
            return (_random.NextDouble() < share, _random.Next(faults));
        }
    }

    // Requests of tables alone name a version of OData.
    private static (int Status, string Code)[] ConflictsOf(Request request) => (IsWrite(request), request.Headers.Contains("DataServiceVersion")) switch
    {
        (true, true) => RowConflicts,
        (true, false) when request.Headers.Contains("If-Match") || request.Headers.Contains("If-None-Match") => BlobConflicts,
        _ => [],
    };

    private static bool IsWrite(Request request) => request.Method != RequestMethod.Get && request.Method != RequestMethod.Head;

    private sealed class FaultResponse((int Status, string Code) fault, string? retryAfter, string requestId) : Response
    {
        private readonly Dictionary<string, string> _headers = HeadersOf(fault.Code, retryAfter);

        public override int Status => fault.Status;

        public override string ReasonPhrase => fault.Code;

        public override Stream? ContentStream { get; set; } =
            BinaryData.FromObjectAsJson(new Dictionary<string, object> { ["odata.error"] = new { code = fault.Code, message = new { lang = "en-us", value = fault.Code } } }).ToStream();

        public override string ClientRequestId { get; set; } = requestId;

        public override void Dispose() => ContentStream?.Dispose();

        private static Dictionary<string, string> HeadersOf(string code, string? retryAfter)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-ms-error-code"] = code };
            if (retryAfter is not null)
            {
                headers["Retry-After"] = retryAfter;
            }

            return headers;
        }

        protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = _headers.TryGetValue(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}
