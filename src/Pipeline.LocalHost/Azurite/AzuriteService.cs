namespace Pipeline.LocalHost.Azurite;

/// <summary>The services of the emulator, named as it names them in the header <c>Server</c> and in its output.</summary>
internal enum AzuriteService
{
    Blob,
    Queue,
    Table,
}
