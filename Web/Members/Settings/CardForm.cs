namespace Weave.Members;

/// <summary>A contact card as it is typed, and the fields ticked to be shared.</summary>
public sealed class CardForm
{
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? Telegram { get; set; }

    /// <summary>One a line.</summary>
    public string? Links { get; set; }

    public List<ContactFields>? Shares { get; set; }

    public static CardForm Of(Member member) => new()
    {
        Email = member.Card.Email,
        Phone = member.Card.Phone,
        Telegram = member.Card.Telegram,
        Links = string.Join('\n', member.Card.Links),
        Shares = [.. Each.Where(field => member.Settings.Shares.HasFlag(field))],
    };

    public static ContactFields[] Each { get; } = [ContactFields.Email, ContactFields.Phone, ContactFields.Telegram, ContactFields.Links];

    public ContactCard ToCard() => new() { Email = Email ?? "", Phone = Phone ?? "", Telegram = Telegram ?? "", Links = ProfileForm.Split(Links) };

    public ContactFields Shared() => (Shares ?? []).Aggregate(ContactFields.None, (all, field) => all | field);
}
