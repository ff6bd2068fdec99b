/** The page at this address as the server writes it now; undefined when it cannot be had. */
export async function thisPage(): Promise<Document | undefined> {
  const answer = await fetch(location.href).catch(() => undefined);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
}
