using Microsoft.Playwright;
using Xunit;

namespace Weave;

/// <summary>Somebody who uses a page by the keyboard alone, and sees where they are.</summary>
internal sealed class Keyboard(Person person)
{
    private const int Patience = 90;

    /// <summary>The focus as people meet it: what it is called, whether it shows, and whether something lies over it or it is out of sight.</summary>
    private const string Look = """
        () => {
          const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
          const name = element.ariaLabel ?? ([...(element.labels ?? [])].map((label) => label.textContent).join(' ') || element.textContent || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent || '');
          const points = [box.top + 5, (box.top + box.bottom) / 2, box.bottom - 5].map((y) => document.elementFromPoint((box.left + box.right) / 2, y));
          const seen = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none';
          return JSON.stringify({
            Name: name.replace(/\s+/g, ' ').trim(), Lost: element === document.body, Ring: seen,
            Covered: !points.some((over) => over && (element.contains(over) || over.contains(element))), Html: element.outerHTML.slice(0, 200),
          });
        }
        """;

    public Task Press(string key) => person.Page.Keyboard.PressAsync(key);

    public Task Type(string text) => person.Page.Keyboard.TypeAsync(text);

    /// <summary>Goes on with Tab until something with that name has the focus. All there is on the way has a name and shows that it has the focus.</summary>
    public async Task TabTo(string name, string key = "Tab")
    {
        var passed = new List<string>();
        for (var i = 0; i < Patience; i++)
        {
            await Press(key);
            var focus = await Focus();
            // At the end of the page the browser's own controls come, then the page again.
            if (focus.Lost)
                continue;
            Assert.True(focus.Name.Length > 0, $"Something without a name: {focus.Html}");
            Assert.True(focus.Ring, $"Nobody sees that this has the focus: {focus.Html}");
            Assert.False(focus.Covered, $"Something lies over what has the focus: {focus.Html}");
            if (focus.Name.Contains(name, StringComparison.Ordinal))
                return;
            passed.Add(focus.Name);
        }

        Assert.Fail($"{person.Name} does not come to '{name}'. On the way: {string.Join(" | ", passed)}");
    }

    /// <summary>Goes to it with Tab, and presses it.</summary>
    public async Task Use(string name, string key = "Enter")
    {
        await TabTo(name);
        await Assertions.Expect(person.Page.Locator(":focus")).ToBeEnabledAsync();
        await Press(key);
    }

    /// <summary>Lets a phase begin or end by the button of that name, at once: the focus is there then.</summary>
    public async Task MoveOn(string name)
    {
        await Use(name);
        await Assertions.Expect(person.Page.Locator("[data-do=now]:focus")).ToBeEnabledAsync();
        await IsNotLost();
        await Press("Enter");
    }

    /// <summary>Something on the page has the focus, and it is seen.</summary>
    public async Task IsNotLost()
    {
        var focus = await Focus();
        Assert.False(focus.Lost, $"{person.Name} has lost the focus.");
        Assert.False(focus.Covered, $"{person.Name} does not see what has the focus: {focus.Html}");
    }

    public async Task<FocusSeen> Focus() => System.Text.Json.JsonSerializer.Deserialize<FocusSeen>(await person.Page.EvaluateAsync<string>(Look))!;

    internal sealed record FocusSeen(string Name, bool Lost, bool Ring, bool Covered, string Html);
}
