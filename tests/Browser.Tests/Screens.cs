using Microsoft.Playwright;

namespace Weave;

/// <summary>The screens pages are looked at on.</summary>
internal static class Screens
{
    public static ViewportSize Narrow { get; } = new() { Width = 360, Height = 740 };

    public static ViewportSize Wide { get; } = new() { Width = 1280, Height = 800 };

    public static string File(string name) => Path.Combine(Repository.Root, "artifacts", "screens", $"{name}.png");
}
