using System.Data.Common;
using Dapper;

namespace Weave.Contacts;

/// <summary>Writing to contact books: rows of the tables Contact and ContactSource. What else is written with it, such as where the contact was given, is in the same transaction.</summary>
internal static class ContactTable
{
    /// <summary>Brings a contact into somebody's book; false when it is they themselves.</summary>
    public static async Task<bool> Receive(this DbConnection db, Guid owner, Contact contact)
    {
        if (contact.Member == owner)
            return false;
        var arguments = new
        {
            Owner = owner,
            contact.Member,
            contact.Name,
            contact.Headline,
            contact.Company,
            contact.Card.Email,
            contact.Card.Phone,
            contact.Card.Telegram,
            Links = Lines.Join(contact.Card.Links),
            contact.Source,
            contact.Occasion,
            contact.At,
        };
        // What arrives late, or again, adds what is missing but does not overwrite what is newer.
        await db.ExecuteAsync(
            """
            INSERT INTO Contact (Owner, Member, Name, Headline, Company, Email, Phone, Telegram, Links, Source, Occasion, At)
            VALUES (@Owner, @Member, @Name, @Headline, @Company, @Email, @Phone, @Telegram, @Links, @Source, @Occasion, @At)
            ON CONFLICT (Owner, Member) DO UPDATE SET
              Name = CASE WHEN excluded.At >= Contact.At THEN excluded.Name ELSE Contact.Name END,
              Headline = CASE WHEN excluded.At >= Contact.At THEN excluded.Headline ELSE Contact.Headline END,
              Company = CASE WHEN excluded.At >= Contact.At THEN excluded.Company ELSE Contact.Company END,
              Email = CASE WHEN Contact.Email = '' OR (excluded.Email <> '' AND excluded.At >= Contact.At) THEN excluded.Email ELSE Contact.Email END,
              Phone = CASE WHEN Contact.Phone = '' OR (excluded.Phone <> '' AND excluded.At >= Contact.At) THEN excluded.Phone ELSE Contact.Phone END,
              Telegram = CASE WHEN Contact.Telegram = '' OR (excluded.Telegram <> '' AND excluded.At >= Contact.At) THEN excluded.Telegram ELSE Contact.Telegram END,
              Links = CASE WHEN Contact.Links = '' OR (excluded.Links <> '' AND excluded.At >= Contact.At) THEN excluded.Links ELSE Contact.Links END,
              Source = CASE WHEN excluded.At >= Contact.At THEN excluded.Source ELSE Contact.Source END,
              Occasion = CASE WHEN excluded.At >= Contact.At THEN excluded.Occasion ELSE Contact.Occasion END,
              At = CASE WHEN excluded.At >= Contact.At THEN excluded.At ELSE Contact.At END
            """, arguments);
        await db.ExecuteAsync("INSERT INTO ContactSource (Owner, Source, Member) VALUES (@Owner, @Source, @Member) ON CONFLICT DO NOTHING", arguments);
        return true;
    }
}
