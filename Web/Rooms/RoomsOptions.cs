using System.ComponentModel.DataAnnotations;

namespace Weave.Rooms;

/// <summary>What browsers in a live room may do to this host. Section <c>Rooms</c>.</summary>
public sealed class RoomsOptions
{
    public const string Section = "Rooms";

    /// <summary>Sites besides our own whose pages may open a connection, such as <c>https://app.example.org</c>.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Calls a member may make at once after a quiet time, with all their connections to this host.</summary>
    [Range(1, 10_000)]
    public int CallBurst { get; set; } = 20;

    /// <summary>Calls a second a member may go on making.</summary>
    [Range(1, 10_000)]
    public int CallsPerSecond { get; set; } = 4;
}
