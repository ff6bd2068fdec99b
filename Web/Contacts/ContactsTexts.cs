namespace Weave.Contacts;

/// <summary>Names the resources <c>ContactsTexts.resx</c>.</summary>
public sealed class ContactsTexts;
