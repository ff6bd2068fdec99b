namespace Weave.Rooms;

/// <summary>Somebody's wish to meet another, and the introduction they asked for.</summary>
/// <param name="Told">The other knows of it, or need not.</param>
internal sealed record StoredWish(int Wisher, int Wished, IntroductionState Asked, bool Told);
