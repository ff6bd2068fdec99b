using Microsoft.Extensions.Localization;
using Weave.Members;

namespace Weave.Rooms;

/// <summary>A contact card in a line.</summary>
internal static class ContactWords
{
    /// <summary>What is filled in, as people would read it out.</summary>
    public static IEnumerable<string> Values(ContactCard card) =>
        new[] { card.Email, card.Phone, card.Telegram.Length > 0 ? $"@{card.Telegram}" : "" }.Concat(card.Links).Where(value => value.Length > 0);

    /// <summary>What kinds of contact there are in it.</summary>
    public static string Names(ContactFields fields, IStringLocalizer<RoomTexts> texts) => string.Join(", ",
        new[] { ContactFields.Email, ContactFields.Phone, ContactFields.Telegram, ContactFields.Links }.Where(field => fields.HasFlag(field)).Select(field => texts[field.ToString()].Value));
}
