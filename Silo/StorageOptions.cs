using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;

namespace Weave;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The folder of the SQLite file and the keys of sessions, made when missing; relative to the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data";

    /// <summary>A PostgreSQL database, such as <c>Host=db;Database=weave;Username=weave;Password=…</c>, in place of the folder; any number of hosts may share it.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Everything is kept in PostgreSQL.</summary>
    public bool Shared => !string.IsNullOrWhiteSpace(ConnectionString);

    /// <summary>The folder's full path.</summary>
    public string FolderIn(IHostEnvironment environment) => Path.GetFullPath(Folder, environment.ContentRootPath);
}
