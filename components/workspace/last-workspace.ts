/** Where the front door leads: a hint for one redirect, never the tenant of a request. */
export const lastWorkspaceCookie = 'paydown.workspace';

const yearSeconds = 365 * 24 * 3600;

export function rememberWorkspace(slug: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain HTTP, where Paydown may run.
  document.cookie = `${lastWorkspaceCookie}=${slug}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
