import { z } from 'zod';
import { instant } from '@/server/rest/instant';
import { jsonReply, type Operation, operation } from '@/server/rest/operation';
import { listOf, pageQuery } from '@/server/rest/query';
import { type AuditRecord, auditContract } from './contract';
import { listAudit } from './service';

const someone = z.object({ id: z.uuid(), name: z.string() }).nullable();
const readable = z
  .object({
    id: z.uuid(),
    at: instant,
    action: z.string().meta({ description: 'noun.verb.', examples: ['debt.update'] }),
    subjectType: z.string(),
    subjectId: z.string().nullable(),
    subject: z.string().nullable().meta({ description: 'The name of the record, where it still has one.' }),
    actor: someone.meta({ description: 'Who did it; for a token, who made the token.' }),
    token: someone.meta({ description: 'The token it was done with.' }),
    data: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEvent' });

function present(event: AuditRecord): z.input<typeof readable> {
  return { ...event, at: event.at.toISOString() };
}

const { shape } = auditContract.list.input;

export const auditOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/audit',
    operationId: 'listAuditEvents',
    tag: 'Audit',
    summary: 'List who did what',
    permission: 'audit:read',
    query: z.strictObject({
      ...pageQuery,
      subjectType: shape.subjectType.meta({ description: 'Only events of one kind of record.', examples: ['debt'] }),
      actor: shape.actor.meta({ description: 'Only what one member did, by their id.' }),
    }),
    reply: jsonReply(200, listOf(readable).meta({ id: 'AuditList' }), {
      description: 'Newest first.',
      example: {
        data: [
          {
            id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f',
            at: '2026-11-09T08:30:00.000Z',
            action: 'service.update',
            subjectType: 'service',
            subjectId: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e60',
            subject: 'checkout',
            actor: { id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e61', name: 'Mira Kaur' },
            token: null,
            data: { key: 'checkout', changed: { tier: ['high', 'critical'] } },
            requestId: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e62',
          },
        ],
        nextCursor: null,
        total: 1,
      },
    }),
    run: async ({ scope, query }) => {
      const { limit = 50, ...rest } = query;
      const page = await listAudit(scope, { ...rest, limit });
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
];
