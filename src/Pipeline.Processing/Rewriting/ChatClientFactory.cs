using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Pipeline.Processing.Rewriting;

/// <summary>Makes the client of the configured model.</summary>
internal static class ChatClientFactory
{
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    // The client's own second try; after that the article keeps the summary that it has.
    private const int MaxRetries = 1;

    /// <summary>Returns the client, or null where nobody is to rewrite.</summary>
    /// <param name="options">The options, validated.</param>
    /// <param name="identity">Makes the app's identity where it is needed.</param>
    /// <param name="transport">What sends requests; null for the library's own.</param>
    public static IChatClient? Create(RewritingOptions options, Func<TokenCredential> identity, PipelineTransport? transport = null)
    {
        if (options.Provider == RewritingProvider.None)
        {
            return null;
        }

        var clientOptions = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            RetryPolicy = new ClientRetryPolicy(MaxRetries),
            Transport = transport,
        };
        return Create(options, identity, clientOptions).AsIChatClient();
    }

    // The constructor with a policy is marked as one that may still change.
#pragma warning disable OPENAI001
    private static ChatClient Create(RewritingOptions options, Func<TokenCredential> identity, OpenAIClientOptions clientOptions) => options.Provider == RewritingProvider.AzureOpenAI
        ? new ChatClient(options.Model, new BearerTokenPolicy(identity(), AzureScope), clientOptions)
        : new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey ?? "none"), clientOptions);
#pragma warning restore OPENAI001
}
