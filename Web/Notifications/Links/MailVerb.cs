namespace Weave.Notifications;

/// <summary>What can be said by a link in a mail. Links live in mailboxes: append, never renumber.</summary>
internal enum MailVerb
{
    /// <summary>In this round.</summary>
    In = 1,

    /// <summary>Not in this round.</summary>
    Out = 2,

    /// <summary>No more invitations of this community.</summary>
    Stop = 3,

    /// <summary>A time for this conversation is agreed.</summary>
    Agreed = 4,

    /// <summary>This conversation took place.</summary>
    Met = 5,

    /// <summary>This conversation did not come about.</summary>
    DidNotWorkOut = 6,
}
