namespace Weave.Contacts;

/// <summary>The contacts a member was given or has met. Key: the member id. Kept in a table: a book may grow large.</summary>
[Alias("contactBook")]
public interface IContactBookGrain : IGrainWithGuidKey
{
    /// <summary>Puts a contact into the book, or adds to the fields of the one that is there. Harmless when repeated.</summary>
    [Alias("receive")]
    Task Receive(Contact contact);

    /// <summary>The latest first.</summary>
    [Alias("list")]
    Task<Page<Contact>> List(int skip, int take);

    /// <summary>One contact; null when there is none of this member.</summary>
    [Alias("find")]
    Task<Contact?> Find(Guid member);

    /// <summary>Those received from one source, such as a room.</summary>
    [Alias("from")]
    Task<IReadOnlyList<Contact>> From(string source);
}
