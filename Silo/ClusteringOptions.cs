using System.ComponentModel.DataAnnotations;

namespace Weave;

/// <summary>How silos find each other. Section <c>Clustering</c>. On SQLite there is one silo, which nobody has to find.</summary>
public sealed class ClusteringOptions
{
    public const string Section = "Clustering";

    /// <summary>
    /// The address or name by which silos of other machines reach this one. Left alone, the silo is reached, and listens, on its own machine only:
    /// the silos' ports ask nobody who they are, and belong on a private network.
    /// </summary>
    [Required]
    public string Host { get; set; } = "localhost";

    /// <summary>The port silos talk to each other at; zero takes a free one. Left alone, a free one on SQLite, and 11111 on PostgreSQL.</summary>
    [Range(0, 65535)]
    public int? SiloPort { get; set; }

    /// <summary>The port for clients in other processes; zero takes none. Web hosts need none, as each has a silo of its own.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; }
}
