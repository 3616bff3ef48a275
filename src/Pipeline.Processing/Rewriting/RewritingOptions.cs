using System.ComponentModel.DataAnnotations;

namespace Pipeline.Processing.Rewriting;

/// <summary>Who rewrites summaries. Nobody does unless a provider is named.</summary>
public sealed class RewritingOptions : IValidatableObject
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string SectionName = "Rewriting";

    /// <summary>Gets or sets what serves the model.</summary>
    /// <value>The default is <see cref="RewritingProvider.None"/>: summaries stay as they are picked.</value>
    public RewritingProvider Provider { get; set; }

    /// <summary>Gets or sets the address of the endpoint.</summary>
    /// <value>For Azure OpenAI <c>https://{resource}.openai.azure.com/openai/v1/</c>; for another one its address up to <c>/v1</c>. No default.</value>
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets the model, or the deployment on Azure. No default.</summary>
    public string Model { get; set; } = "";

    /// <summary>Gets or sets the key of an endpoint that wants one; Azure OpenAI is used by identity, without a key.</summary>
    /// <value>The default is none.</value>
    public string? ApiKey { get; set; }

    /// <summary>Gets or sets how long an answer is waited for, in seconds.</summary>
    /// <value>The default is 30. From 1 to 120.</value>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Gets or sets how long an answer may be, in tokens of the model.</summary>
    /// <value>The default is 800. From 50 to 4,000.</value>
    [Range(50, 4_000)]
    public int MaxOutputTokens { get; set; } = 800;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == RewritingProvider.None)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return new ValidationResult($"{SectionName}:{nameof(Model)} must name a model where {SectionName}:{nameof(Provider)} is set.", [nameof(Model)]);
        }

        if (Endpoint is not { IsAbsoluteUri: true } endpoint || !(endpoint.Scheme == Uri.UriSchemeHttps || (Provider == RewritingProvider.OpenAI && endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback)))
        {
            yield return new ValidationResult($"{SectionName}:{nameof(Endpoint)} must be an address with https; http only for a server on this machine that is not Azure's.", [nameof(Endpoint)]);
        }

        if (Provider == RewritingProvider.AzureOpenAI && ApiKey is not null)
        {
            yield return new ValidationResult($"{SectionName}:{nameof(ApiKey)} must not be set for Azure OpenAI: the app's identity opens it.", [nameof(ApiKey)]);
        }
    }
}

/// <summary>What serves a language model.</summary>
public enum RewritingProvider
{
    /// <summary>Nothing: no summary is rewritten.</summary>
    None,

    /// <summary>Azure OpenAI, by the app's identity.</summary>
    AzureOpenAI,

    /// <summary>Any endpoint with OpenAI's interface, with a key or without.</summary>
    OpenAI,
}
