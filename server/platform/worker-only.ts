import { type Refusal, refuseRequests } from './unreadable-request';

const detail = 'This process only works off jobs. Pages and the API are served by another one.';

/** What a process that only works off jobs answers: whether it lives and is ready, and nothing else. */
export function notForWorkers(_method: string, url: string): Refusal | null {
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/api/health/live' || path === '/api/health/ready') return null;
  return { status: 503, slug: 'unavailable', title: 'Not served here', detail };
}

export function serveHealthOnly(): void {
  refuseRequests(notForWorkers);
}
