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

    /// <summary>The partners of a match have met.</summary>
    Met = 10,

    /// <summary>The conversation did not work out.</summary>
    DidNotWorkOut = 11,

    /// <summary>Agreed to a time somebody has proposed: see <see cref="TimeChosen"/>.</summary>
    Agree = 12,

    /// <summary>They will come to a room.</summary>
    Come = 20,

    /// <summary>They give back their place in it.</summary>
    NotCome = 21,

    /// <summary>An introduction somebody has asked for after a room: see <see cref="AskerChosen"/>.</summary>
    Introduce = 30,

    /// <summary>No introduction; who asked is not told.</summary>
    NoIntroduction = 31,
}
