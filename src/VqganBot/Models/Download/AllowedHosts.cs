using VqganBot.Models.Catalog;

namespace VqganBot.Models.Download;

/// <summary>Where files may come from: the mirrors of the catalogue, and the hosts it says they send one on to.</summary>
internal sealed class AllowedHosts(ModelCatalog catalog)
{
    private readonly HashSet<string> _hosts = new(
        catalog.Files.SelectMany(file => file.Mirrors).Select(mirror => mirror.Host).Concat(catalog.RedirectHosts),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>https always; plain http only inside this machine, where a test or a private mirror may serve.</summary>
    public bool Contains(Uri address) =>
        _hosts.Contains(address.Host) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
