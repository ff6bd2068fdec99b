namespace Weave.Demo;

/// <summary>The thirty people of the demo, and the one whom the newcomer plays.</summary>
internal static class DemoPeople
{
    private const string Berlin = "Europe/Berlin";
    private const string London = "Europe/London";
    private const string Lisbon = "Europe/Lisbon";
    private const string Istanbul = "Europe/Istanbul";

    /// <summary>The organizer. Whoever opens the link that the demo prints is signed in as her.</summary>
    public static readonly DemoPerson Organizer = new("Alex Morgan", "Runs this community", "Founders & CFOs", "Berlin", Berlin, "en de",
        "Communities, Fintech, Hiring", "People who host good evenings", "Introductions to founders in Berlin");

    public static readonly DemoPerson[] All =
    [
        new("Anna Ivanova", "CEO of a payments start-up", "Paylane", "Berlin", Berlin, "en ru", "Fintech, Fundraising, Product", "A CFO who has raised a series B", "Eight years of payments and the scars"),
        new("Omar Haddad", "CFO, second time round", "Northgate", "London", London, "en ar", "Fintech, Finance, Sailing", "A product mentor", "Help with a data room before a round"),
        new("Lena Fischer", "Head of people", "Kontor", "Hamburg", Berlin, "de en", "HR, Hiring, Leadership", "Ideas for keeping seniors", "A hiring process that works for ten people"),
        new("Igor Petrov", "CTO and co-founder", "Gridline", "Berlin", Berlin, "ru en", "AI, Energy, Engineering", "A seller for utilities", "An honest second opinion on architecture"),
        new("Marta Costa", "Runs a design studio", "Casa Norte", "Lisbon", Lisbon, "pt en", "Design, Branding, Product", "Founders before their first brand", "A brand review over coffee"),
        new("Jonas Weber", "Angel investor, ex-founder", "Weber Ventures", "Berlin", Berlin, "de en", "Fundraising, Energy, Climate", "Founders in climate at seed", "Feedback on a pitch, plain and friendly"),
        new("Priya Nair", "VP product", "Clearbook", "London", London, "en", "Product, Fintech, AI", "Someone who has moved from B2C to B2B", "Product interviews and discovery"),
        new("Tomás Silva", "Sells software to banks", "Veritas Soft", "Lisbon", Lisbon, "pt en es", "Sales, Fintech, Football", "A partner in Germany", "Doors into Iberian banks"),
        new("Elif Kaya", "Founder of a logistics platform", "Yolda", "Istanbul", Istanbul, "tr en", "Logistics, AI, Fundraising", "An investor who knows freight", "How to launch in Türkiye"),
        new("Daniel Cohen", "Fractional CFO for young companies", "", "Berlin", Berlin, "en de", "Finance, Fundraising, Running", "Founders who dread their numbers", "A cash plan in one afternoon"),
        new("Sofia Marino", "Lawyer for start-ups", "Marino Legal", "Milan", "Europe/Rome", "it en", "Law, Fundraising, Hiring", "Founders before their first term sheet", "What to sign and what not"),
        new("Viktor Larsen", "COO, scale-up operations", "Havn", "Copenhagen", "Europe/Copenhagen", "da en", "Operations, Leadership, Cycling", "Peers who grew from 50 to 200", "Meeting rhythms that people do not hate"),
        new("Maria Sokolova", "Marketing lead, B2B", "Orbita", "Berlin", Berlin, "ru en de", "Marketing, Branding, AI", "A CEO who wants to be visible", "A first content plan"),
        new("Ben Carter", "Builds tools for HR", "Peoplekit", "London", London, "en", "HR, Product, SaaS", "Heads of people for interviews", "A product tour and free months"),
        new("Nadia Rahman", "Data scientist turned founder", "Signalwise", "London", London, "en", "AI, Health, Product", "A co-founder for sales", "A look at your data"),
        new("Pavel Novak", "Manufacturing, third generation", "Novak & Sons", "Prague", "Europe/Prague", "cs en de", "Manufacturing, Energy, Leadership", "Someone who digitised a plant", "A real factory for a pilot"),
        new("Claire Dubois", "Partner at a seed fund", "Rive Capital", "Paris", "Europe/Paris", "fr en", "Fundraising, Health, Climate", "Technical founders", "What funds really read"),
        new("Andrei Popescu", "Security consultant", "Bastion", "Bucharest", "Europe/Bucharest", "ro en", "Security, SaaS, Engineering", "CTOs before their first audit", "A threat model in an hour"),
        new("Hannah Schmidt", "Coach for first-time managers", "", "Munich", Berlin, "de en", "Leadership, HR, Coaching", "Companies with young team leads", "A trial session"),
        new("Luca Rossi", "Restaurants and a food brand", "Sapori", "Milan", "Europe/Rome", "it en", "Food, Branding, Retail", "A CFO for a second country", "Retail contacts in northern Italy"),
        new("Katya Orlova", "Finance director", "Mediaplan", "Berlin", Berlin, "ru en de", "Finance, HR, Art", "A first board seat", "Controlling for service companies"),
        new("Mehmet Demir", "Head of sales, energy", "Akim", "Istanbul", Istanbul, "tr en", "Sales, Energy, Climate", "Technology for utilities", "Introductions to utilities"),
        new("Julia Brandt", "Founder, climate accounting", "Zerotwo", "Berlin", Berlin, "de en", "Climate, SaaS, Fundraising", "A CFO as first customer", "How to report emissions without tears"),
        new("Samir Patel", "Product lead, payments", "Ledgerly", "London", London, "en", "Fintech, Product, Cricket", "A founder to join", "Payments know-how"),
        new("Ingrid Olsen", "Runs an executive search firm", "Olsen Search", "Oslo", "Europe/Oslo", "no en", "Hiring, Leadership, Skiing", "Founders hiring a first executive", "What a good brief looks like"),
        new("Rafael Ortega", "Growth for marketplaces", "", "Madrid", "Europe/Madrid", "es en", "Marketing, Marketplaces, AI", "A marketplace past its first city", "A growth audit"),
        new("Yulia Belova", "Runs clinics, wants software", "Dobra", "Berlin", Berlin, "ru de", "Health, Operations, AI", "A technical partner", "Three clinics for a pilot"),
        new("Oliver Grant", "M&A adviser for small companies", "Grant Partners", "London", London, "en", "Finance, Law, Wine", "Owners who think of selling", "What your company is worth, roughly"),
        new("Emma Lindqvist", "Engineering manager", "Fjord AI", "Stockholm", "Europe/Stockholm", "sv en", "Engineering, AI, Leadership", "Peers who lead remote teams", "Career ladders that work"),
        new("Dmitri Volkov", "Founder, developer tools", "Hexline", "Belgrade", "Europe/Belgrade", "ru en", "SaaS, Engineering, Chess", "A first head of marketing", "Early access and candid feedback"),
    ];
}
