using System.Data.Common;
using Dapper;

namespace Weave.Communities;

/// <summary>The directory's copy of one community's settings: a row of the table CommunityListing.</summary>
internal sealed class Listing(DbDataSource database, TimeProvider time, string slug)
{
    /// <summary>
    /// Brings the row up to date. A row that is new comes with the founder's membership in one transaction: a founder who has left
    /// later is not brought back by repeating this.
    /// </summary>
    public async Task Put(CommunitySettings settings, Guid founder)
    {
        var arguments = new
        {
            slug,
            settings.Name,
            settings.Purpose,
            settings.Area,
            settings.Language,
            settings.TimeZone,
            Admission = (int)settings.Admission,
            SearchText = Fold($"{settings.Name}\n{settings.Purpose}\n{settings.Area}"),
            founder,
            Now = time.GetUtcNow(),
        };
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        var added = await db.ExecuteAsync(
            """
            INSERT INTO CommunityListing (Slug, Name, Purpose, Area, Language, TimeZone, Admission, SearchText, Members)
            VALUES (@slug, @Name, @Purpose, @Area, @Language, @TimeZone, @Admission, @SearchText, 1) ON CONFLICT DO NOTHING
            """, arguments, transaction);
        await db.ExecuteAsync(
            added == 1
                ? "INSERT INTO Membership (Community, Member, Status, Since) VALUES (@slug, @founder, 3, @Now)"
                : """
                  UPDATE CommunityListing SET Name = @Name, Purpose = @Purpose, Area = @Area, Language = @Language, TimeZone = @TimeZone,
                    Admission = @Admission, SearchText = @SearchText WHERE Slug = @slug
                  """, arguments, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>What is compared when one searches: lower case, and ё written as е, as most people type it.</summary>
    public static string Fold(string text) => text.ToLowerInvariant().Replace('ё', 'е');
}
