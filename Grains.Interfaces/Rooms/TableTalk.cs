namespace Weave.Rooms;

/// <summary>What my table shares in the round that is on.</summary>
/// <param name="Turn">How often the question to begin with has been changed.</param>
/// <param name="Note">What the table has written down.</param>
/// <param name="NoteVersion">Counts the changes of the note; zero before the first.</param>
[GenerateSerializer, Immutable, Alias("tableTalk")]
public sealed record TableTalk([property: Id(0)] int Turn, [property: Id(1)] string Note, [property: Id(2)] int NoteVersion);
