namespace Pipeline.LocalHost.Azurite;

/// <summary>The ports of the three services, on the loopback address.</summary>
internal sealed record AzuriteEndpoints(int BlobPort, int QueuePort, int TablePort)
{
    public const string Address = "127.0.0.1";

    // The account that every emulator of Azure Storage has, with its public key:
    // https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={Endpoint(BlobPort)};QueueEndpoint={Endpoint(QueuePort)};TableEndpoint={Endpoint(TablePort)};";

    public Uri BlobService => new(Endpoint(BlobPort));

    public int this[AzuriteService service] => service switch
    {
        AzuriteService.Blob => BlobPort,
        AzuriteService.Queue => QueuePort,
        _ => TablePort,
    };

    private static string Endpoint(int port) => $"http://{Address}:{port}/{Account}";
}
