using System.ComponentModel.DataAnnotations;

namespace Weave;

/// <summary>How silos find each other. Section <c>Clustering</c>. On SQLite there is one silo, and it needs no fixed port.</summary>
public sealed class ClusteringOptions
{
    public const string Section = "Clustering";

    /// <summary>The port silos talk to each other at; zero takes a free one.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; }

    /// <summary>The port for clients in other processes; zero takes none.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; }
}
