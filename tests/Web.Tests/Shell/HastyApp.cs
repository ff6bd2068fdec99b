using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Weave.Shell;

/// <summary>A host that answers the first calls of a page before it could wait for them, as happens on a busy machine; the request says how many.</summary>
public sealed class HastyApp : WeaveApp
{
    public const string Header = "X-Answered-At-Once";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddHttpContextAccessor().AddSingleton<IOutgoingGrainCallFilter, AtOnce>());
    }

    private sealed class AtOnce(IHttpContextAccessor request) : IOutgoingGrainCallFilter
    {
        public Task Invoke(IOutgoingGrainCallContext context)
        {
            if (context.SourceId is { } source && !source.IsClient() || request.HttpContext is not { } page || Left(page) is not (> 0 and var left))
                return context.Invoke();
            page.Items[Header] = left - 1;
            var answer = Task.Run(context.Invoke);
            answer.Wait();
            return answer;
        }

        private static int Left(HttpContext page) =>
            (int)(page.Items[Header] ??= page.Request.Headers[Header] is [{ } asked] ? int.Parse(asked, CultureInfo.InvariantCulture) : 0);
    }
}
