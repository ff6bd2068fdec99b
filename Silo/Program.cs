using Microsoft.Extensions.Hosting;
using Weave;

var builder = Host.CreateApplicationBuilder(args);
builder.AddWeaveSilo();
await builder.Build().RunAsync();
