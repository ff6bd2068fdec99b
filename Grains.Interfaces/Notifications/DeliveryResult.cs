namespace Weave.Notifications;

/// <summary>What became of a message.</summary>
public enum DeliveryResult
{
    Sent = 0,

    /// <summary>Not now: a limit (429), a fault of the server (5xx) or of the network.</summary>
    Later = 1,

    /// <summary>The recipient does not want messages (403): all that is queued for them is dropped.</summary>
    Unreachable = 2,

    /// <summary>It will never be accepted (another 4xx): kept aside for administrators.</summary>
    Dead = 3,
}
