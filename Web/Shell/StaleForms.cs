using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace Weave.Shell;

/// <summary>
/// A form sent from a page that no longer has it — joined in another tab meanwhile, or a token too old — is carried out by nobody and answered with a
/// bare 400. Shows the page as it stands now instead, and says so.
/// </summary>
internal static class StaleForms
{
    public static void UseStaleForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }

        // In Development the renderer writes an explanation, and what comes after it is too late.
        context.Response.OnStarting(ShowPage, context);
        await next(context);
        if (!context.Response.HasStarted)
            await ShowPage(context);
    });

    private static Task ShowPage(object state)
    {
        var context = (HttpContext)state;
        // A refusal has been put into words by the error page.
        if (context.Response.StatusCode != StatusCodes.Status400BadRequest || context.Features.Get<IExceptionHandlerFeature>() is not null)
            return Task.CompletedTask;

        context.RequestServices.GetRequiredService<Flash>().Say(context.RequestServices.GetRequiredService<IStringLocalizer<ShellTexts>>()["Stale"]);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }
}
