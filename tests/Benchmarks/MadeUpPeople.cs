using Weave.Members;

namespace Weave.Matching;

/// <summary>A community as it might be: few interests that many have and many that few have, short texts in two languages, a handful of cities and zones.</summary>
internal sealed class MadeUpPeople(int seed)
{
    private static readonly string[] Cities = ["Москва", "Санкт-Петербург", "Berlin", "London", "Казань", "Новосибирск", "Warszawa", "Tbilisi", "Almaty", "New York", "Екатеринбург", "Lisboa"];

    private static readonly string[] Zones =
    [
        "Europe/Moscow", "Europe/Moscow", "Europe/Berlin", "Europe/London", "Europe/Moscow", "Asia/Novosibirsk", "Europe/Warsaw", "Asia/Tbilisi", "Asia/Almaty", "America/New_York",
        "Asia/Yekaterinburg", "Europe/Lisbon",
    ];

    private static readonly string[] Russian =
        ("инвестор ментор разработчик дизайнер маркетолог партнер клиент поставщик бухгалтер юрист рекрутер аналитик продукт стартап экспорт логистика производство обучение " +
        "консультация аудит налоги франшиза продажи реклама бренд сайт приложение данные финансы закупки склад персонал мотивация стратегия переговоры выступление ресторан медицина").Split(' ');

    private static readonly string[] English =
        ("investor mentor developer designer marketer partner client supplier accountant lawyer recruiter analyst product startup export logistics manufacturing training " +
        "consulting audit taxes franchise sales advertising brand website app data finance procurement warehouse staff motivation strategy negotiation speaking restaurant medicine").Split(' ');

    private static readonly string[] Roles = ["CEO", "CTO", "HR director", "Product manager", "Founder", "Data engineer", "Lawyer", "Marketing lead", "Finance director", "Sales manager"];

    private readonly Random _random = new(seed);

    public Candidate[] Make(int count) => [.. Enumerable.Range(0, count).Select(_ => Make())];

    private Candidate Make()
    {
        var city = Rank(Cities.Length);
        var russian = _random.Next(100) < 65;
        return new(NewId(), new()
        {
            Name = "Somebody",
            Headline = Roles[_random.Next(Roles.Length)],
            Company = $"Company {Rank(2000)}",
            Interests = [.. Enumerable.Range(0, _random.Next(2, 8)).Select(_ => $"interest {Rank(400)}").Distinct(StringComparer.Ordinal)],
            LooksFor = Text(russian),
            Offers = Text(russian),
            Targets = _random.Next(4) == 0 ? [Roles[_random.Next(Roles.Length)], $"Company {Rank(2000)}"] : [],
            Languages = russian ? _random.Next(2) == 0 ? ["ru", "en"] : ["ru"] : _random.Next(6) == 0 ? ["en", "de"] : ["en"],
            City = Cities[city],
            TimeZone = Zones[city],
            Meets = (MeetingPreference)_random.Next(3),
        });
    }

    private string Text(bool russian)
    {
        var words = russian ? Russian : English;
        return string.Join(' ', Enumerable.Range(0, _random.Next(3, 12)).Select(_ => $"{words[Rank(words.Length)]} {(russian ? "для" : "for")} {words[_random.Next(words.Length)]}"));
    }

    /// <summary>Small numbers are frequent, large ones rare: after Zipf.</summary>
    private int Rank(int count) => Math.Min(count - 1, (int)Math.Pow(count + 1, _random.NextDouble()) - 1);

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
