namespace Weave.Notifications;

/// <summary>A message the edge has already worded: an answer of the bot in a conversation. <paramref name="Body"/> is the edge's own JSON.</summary>
[GenerateSerializer, Immutable, Alias("readyMessage")]
public sealed record ReadyMessage([property: Id(0)] string Body) : Notice
{
    public override bool Awaited => true;
}
