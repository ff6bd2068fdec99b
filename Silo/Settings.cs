using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Weave;

/// <summary>Options of a feature: bound to a section, checked before anything starts.</summary>
public static class Settings
{
    /// <summary>Adds the options and returns them as configured, for those who need them while the host is put together.</summary>
    /// <exception cref="OptionsValidationException">A value is outside of what its attributes allow, or cannot be understood.</exception>
    public static T AddSettings<T>(this IHostApplicationBuilder builder, string section)
        where T : class, new()
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        var options = new T();
        try
        {
            builder.Configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException(section, typeof(T), [e.Message]);
        }

        var errors = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new(options), errors, validateAllProperties: true))
            throw new OptionsValidationException(section, typeof(T), errors.Select(error => $"Setting {section}: {error.ErrorMessage}"));
        return options;
    }
}
