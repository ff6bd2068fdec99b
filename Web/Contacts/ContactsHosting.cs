using Weave.Contacts;

namespace Weave;

/// <summary>What the feature adds to the web host.</summary>
internal static class ContactsHosting
{
    public static void AddContacts(this WebApplicationBuilder builder)
    {
        _ = builder;
    }

    public static void MapContacts(this WebApplication app) => app.MapVCards();
}
