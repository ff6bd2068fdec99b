using System.Text.Json.Serialization;

namespace Weave.Rooms;

/// <summary>An event that shows a person, and not to everybody alike.</summary>
public interface IVeiled
{
    /// <summary>Those who do not see it as it is. Hosts know, browsers are never told.</summary>
    [JsonIgnore]
    IReadOnlyList<Blind> Blind { get; }

    /// <summary>What such a one sees in its place; null for nothing at all.</summary>
    RoomEvent? For(Blind blind);
}
