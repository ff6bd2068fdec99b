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

    /// <summary>The folder's full path.</summary>
    public string FolderIn(IHostEnvironment environment) => Path.GetFullPath(Folder, environment.ContentRootPath);
}
