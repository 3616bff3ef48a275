using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Pipeline.Processing.Telemetry;

namespace Pipeline.Cli.Run;

/// <summary>Sends spans and metrics to a collector, when the environment names one as OpenTelemetry has it.</summary>
internal static class TelemetryExport
{
    // https://opentelemetry.io/docs/specs/otel/protocol/exporter
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the export where the configuration names an endpoint; nothing is sent otherwise.</summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrEmpty(configuration[Endpoint]))
        {
            services.AddOpenTelemetry()
                .WithTracing(tracing => tracing.AddSource(PipelineTelemetry.Name))
                .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
                .UseOtlpExporter();
        }

        return services;
    }
}
