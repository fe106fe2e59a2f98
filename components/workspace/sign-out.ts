async function csrfToken(): Promise<string> {
  const answer: unknown = await (await fetch('/api/auth/csrf')).json();
  return typeof answer === 'object' && answer !== null && 'csrfToken' in answer ? String(answer.csrfToken) : '';
}

/** Ends the session on the server, then leaves everything that was loaded behind. */
export async function signOut(): Promise<void> {
  const body = new URLSearchParams({ csrfToken: await csrfToken(), json: 'true' });
  await fetch('/api/auth/signout', { method: 'POST', body });
  window.location.assign('/sign-in');
}
