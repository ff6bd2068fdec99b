using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;

namespace Weave;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>The folder of the SQLite file and the keys of sessions, made when missing; relative to the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>A PostgreSQL database, such as <c>Host=db;Database=weave;Username=weave;Password=…</c>, in place of the folder; any number of hosts may share it.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>With PostgreSQL: a folder such as <see cref="Folder"/>, whose SQLite file and keys are taken over before the first start; relative to the content root.</summary>
    public string? MoveFrom { get; set; }

    /// <summary>Everything is kept in PostgreSQL.</summary>
    public bool Shared => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The folder's full path.</summary>
    public string FolderIn(IHostEnvironment environment) => Path.GetFullPath(Folder, environment.ContentRootPath);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Shared && !string.IsNullOrWhiteSpace(MoveFrom))
            yield return new("MoveFrom leads into a PostgreSQL database: ConnectionString has to name it.", [nameof(MoveFrom)]);
    }
}
