namespace Weave;

/// <summary>Weave by the real clock, as browsers go by it.</summary>
public sealed class LiveWeave : WeaveApp
{
    protected override TimeProvider Time => TimeProvider.System;
}
