using System.Collections.Immutable;

namespace Weave.Members;

/// <summary>How to reach a member: what they filled in to give away, field by field. An empty field is not given.</summary>
[GenerateSerializer, Immutable, Alias("contactCard")]
public sealed record ContactCard
{
    [Id(0)] public string Email { get; init; } = "";

    /// <summary>As typed; digits, spaces, plus, hyphens and brackets.</summary>
    [Id(1)] public string Phone { get; init; } = "";

    /// <summary>The @username without the sign; empty for members without one.</summary>
    [Id(2)] public string Telegram { get; init; } = "";

    /// <summary>Absolute http or https addresses.</summary>
    [Id(3)] public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>The fields with something in them.</summary>
    public ContactFields Filled() =>
        (Email.Length > 0 ? ContactFields.Email : ContactFields.None)
        | (Phone.Length > 0 ? ContactFields.Phone : ContactFields.None)
        | (Telegram.Length > 0 ? ContactFields.Telegram : ContactFields.None)
        | (Links.IsEmpty ? ContactFields.None : ContactFields.Links);

    /// <summary>Keeps only the fields named in <paramref name="fields"/>.</summary>
    public ContactCard Only(ContactFields fields) => new()
    {
        Email = fields.HasFlag(ContactFields.Email) ? Email : "",
        Phone = fields.HasFlag(ContactFields.Phone) ? Phone : "",
        Telegram = fields.HasFlag(ContactFields.Telegram) ? Telegram : "",
        Links = fields.HasFlag(ContactFields.Links) ? Links : [],
    };
}
