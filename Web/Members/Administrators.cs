using Microsoft.AspNetCore.Authorization;
using Weave.Shell;

namespace Weave.Members;

/// <summary>The policy of pages for administrators; the site grain is asked each time, so that an office ends at once.</summary>
internal sealed class Administrators(IGrainFactory grains) : AuthorizationHandler<Administrators.Requirement>
{
    public const string Policy = "Administrator";

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (Viewer.IdOf(context.User) is { } member && await grains.GetGrain<ISiteGrain>(0).IsAdministrator(member))
            context.Succeed(requirement);
    }

    internal sealed class Requirement : IAuthorizationRequirement;
}
