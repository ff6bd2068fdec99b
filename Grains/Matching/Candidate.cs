using Weave.Members;

namespace Weave.Matching;

/// <summary>Somebody who takes part in a match round, and what they say of themselves.</summary>
internal sealed record Candidate(Guid Id, Profile Profile);
