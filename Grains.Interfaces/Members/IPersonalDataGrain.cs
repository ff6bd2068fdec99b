using Weave.Agenda;

namespace Weave.Members;

/// <summary>Everything held about one member: hands it out to them, and erases it. Key: the member id.</summary>
[Alias("personalData")]
public interface IPersonalDataGrain : IGrainWithGuidKey, IDueGrain
{
    /// <summary>All of it as JSON in UTF-8: what the member has said, and what follows from it. What others have privately decided about them is theirs.</summary>
    [Alias("export")]
    Task<byte[]> Export();

    /// <summary>
    /// Erases the member for good, and returns when it is done or certain to be. Others keep the contacts they were given. Refuses with
    /// <see cref="Refusal.LastOrganizer"/> while they are the only organizer of others.
    /// </summary>
    [Alias("erase")]
    Task Erase();
}
