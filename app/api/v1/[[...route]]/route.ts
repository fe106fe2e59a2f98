import { buildRestApp } from '@/server/rest/app';

const app = buildRestApp();
const handle = (request: Request) => app.fetch(request);

export const dynamic = 'force-dynamic';
export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
