using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Functions.Http;
using Pipeline.Functions.Http.Answers;
using Pipeline.Functions.Http.Cors;
using Pipeline.Functions.Http.OpenApi;
using Pipeline.Functions.Http.Routes;
using Pipeline.Functions.Page;
using Pipeline.Processing;

namespace Pipeline.Functions;

/// <summary>Registers the function app.</summary>
public static class FunctionAppServices
{
    /// <summary>Adds everything that the app's functions ask for: the pipeline, and what answers HTTP.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration with the storage connection and the options.</param>
    public static IServiceCollection AddFunctionApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HttpOptions>().Bind(configuration.GetSection(HttpOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddPipeline(configuration)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<HttpOptions>>().Value)
            .AddSingleton<CorsPolicy>()
            .AddSingleton<ValidatorCache>()
            .AddSingleton<ApiAnswers>()
            .AddSingleton<StreamSlots>()
            .AddSingleton<ApiRoutes>()
            .AddSingleton<OpenApiDocument>()
            .AddSingleton<PageAssets>();
    }
}
