namespace Weave.Members;

/// <summary>The fields of a <see cref="ContactCard"/> that its owner gives away. Name, headline and company always go with them.</summary>
[Flags]
public enum ContactFields
{
    None = 0,
    Email = 1,
    Phone = 2,
    Telegram = 4,
    Links = 8,
    All = Email | Phone | Telegram | Links,
}
