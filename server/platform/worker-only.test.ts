import { expect, test } from 'vitest';
import { notForWorkers } from './worker-only';

test.each([
  '/',
  '/sign-in',
  '/w/acme',
  '/api/v1/workspaces',
  '/api/trpc/debt.get',
  '/api/health',
  '/_next/static/a.js',
])('a process that only works off jobs does not serve %s', (url) =>
  expect(notForWorkers('GET', url)).toMatchObject({ status: 503, slug: 'unavailable' }),
);

test.each(['/api/health/live', '/api/health/ready', '/api/health/ready?from=balancer'])('it still answers %s', (url) =>
  expect(notForWorkers('GET', url)).toBeNull(),
);
