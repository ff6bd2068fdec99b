namespace Weave.Members.Traces;

/// <summary>Where one kind of thing about a member stands in tables.</summary>
/// <param name="Name">What it is called in an export.</param>
/// <param name="Select">Reads it, by <c>@member</c>; null when it is not exported, because it is somebody else's.</param>
/// <param name="Erase">What is done to it when the member is erased, in order; nothing for what others were given.</param>
internal sealed record Trace(string Name, string? Select, params string[] Erase);
