using Microsoft.AspNetCore.Components;

namespace Weave.Shell;

/// <summary>A page with a form: carries out the command, then either goes on to the next page or shows the refusal at its field.</summary>
public abstract class FormPage : ComponentBase
{
    /// <summary>Why the last command was refused; null when nothing was. <see cref="FieldError"/> and <see cref="FormError"/> show it.</summary>
    protected Refused? Refused { get; private set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected Flash Flash { get; set; } = default!;

    [Inject]
    protected Viewer Viewer { get; set; } = default!;

    /// <summary>Carries out <paramref name="command"/>; false when it was refused, with the reason in <see cref="Refused"/>.</summary>
    protected async Task<bool> Try(Func<Task> command)
    {
        try
        {
            await command();
            return true;
        }
        catch (Refused refused)
        {
            Refused = refused;
            return false;
        }
    }

    /// <summary>Carries out <paramref name="command"/>, then goes to <paramref name="next"/>, where <paramref name="said"/> is shown once.</summary>
    protected async Task Submit(Func<Task> command, string next, string? said = null)
    {
        if (!await Try(command))
            return;
        if (said is not null)
            Flash.Say(said);
        Navigation.NavigateTo(next);
    }
}
