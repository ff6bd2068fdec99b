using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Weave;

try
{
    var builder = Host.CreateApplicationBuilder(args);
    builder.AddWeaveSilo();

    var host = builder.Build();
    // Not a log line: it is what whoever typed the command waits for, whatever the log level.
    host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Console.WriteLine("Weave's silo is ready."));
    await host.RunAsync();
    return 0;
}
catch (OptionsValidationException e)
{
    // A mistake in the settings, not in the program: the sentence helps, the stack does not.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
