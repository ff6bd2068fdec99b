using System.Collections.Immutable;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A participant as the room knows them: a row of the table RoomGuest.</summary>
internal sealed record Guest
{
    public required int Number { get; init; }
    public required Guid Member { get; init; }
    public required string Name { get; init; }
    public string Headline { get; init; } = "";
    public string Company { get; init; } = "";
    public string? Picture { get; init; }
    public ImmutableArray<string> Interests { get; init; } = [];
    public string LooksFor { get; init; } = "";
    public string Offers { get; init; } = "";
    public bool Organizer { get; init; }
    public ContactCard Card { get; init; } = new();
    public ContactFields Shares { get; init; } = ContactFields.All;
    public Presence Presence { get; init; }

    /// <summary>Here without a connection, until they leave.</summary>
    public bool Standalone { get; init; }

    /// <summary>The chat they take part from, <see cref="Standalone"/>; null for others.</summary>
    public long? Chat { get; init; }

    /// <summary>When they last came, dropped or left.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>When they first came.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>How long they had been here up to <see cref="SeenAt"/>.</summary>
    public TimeSpan PresentFor { get; init; }

    /// <summary>When somebody who is away counts as having left. Not stored: a new activation gives everybody time to come back.</summary>
    public DateTimeOffset? AwayUntil { get; init; }

    /// <summary>Whether the next round seats them: those here, and those away who may be back any moment.</summary>
    public bool Present => Presence != Presence.Left;

    public Participant Public() => new(Number, Member, Name, Headline, Company, Picture, Interests, LooksFor, Offers, Organizer, Presence, Chat is not null);

    /// <summary>The same person with what their profile says now.</summary>
    public Guest With(Member member, bool organizer)
    {
        var profile = member.Profile;
        return this with
        {
            Name = profile.Name,
            Headline = profile.Headline,
            Company = profile.Company,
            Picture = profile.Picture,
            Interests = profile.Interests.SequenceEqual(Interests, StringComparer.Ordinal) ? Interests : profile.Interests,
            LooksFor = profile.LooksFor,
            Offers = profile.Offers,
            Organizer = organizer,
            Card = member.Card.Links.SequenceEqual(Card.Links, StringComparer.Ordinal) ? member.Card with { Links = Card.Links } : member.Card,
            Shares = member.Settings.Shares,
        };
    }
}
