'use client';

import { Box, CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { TextLink } from '@/components/ui/text-link';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionPath, revisionsPath } from './decision-path';
import { numberWords } from './decision-words';
import { DecisionStatusChip } from './status-chip';

type HeadProps = { workspace: string; decision: DecisionRecord };

/** Title, the line of facts and the product sentence. */
export function DecisionHead({ workspace, decision }: HeadProps) {
  return (
    <header className="mb-5 flex flex-col">
      <p className="text-label text-ink-3 md:hidden">
        {decision.register.slug} · {numberWords(decision)}
      </p>
      <h1 className="font-serif text-document font-semibold text-balance [overflow-wrap:anywhere]">{decision.title}</h1>
      <FactLine workspace={workspace} decision={decision} />
      {decision.productSentence ? (
        <p className="mt-1.5 max-w-[856px] font-serif text-product text-ink-2 italic [overflow-wrap:anywhere]">
          {decision.productSentence}
        </p>
      ) : null}
    </header>
  );
}

function FactLine({ workspace, decision }: HeadProps) {
  const { register, owner, tags, services, supersededBy } = decision;
  const parts: { name: string; content: ReactNode }[] = [
    {
      name: 'register',
      content: (
        <>
          <DecisionStatusChip status={decision.status} />
          {supersededBy ? (
            <TextLink
              look="bare"
              href={decisionPath(workspace, register.slug, supersededBy.id)}
              title={supersededBy.title}
            >
              → {supersededBy.number ?? supersededBy.title}
            </TextLink>
          ) : null}
          <TextLink look="title" className="font-normal text-ink-2" href={`/w/${workspace}/decisions/${register.slug}`}>
            {register.slug}
          </TextLink>
        </>
      ),
    },
    { name: 'revision', content: <Revision workspace={workspace} decision={decision} /> },
    { name: 'owner', content: owner ? <Owner owner={owner} /> : <span className="text-ink-3">nobody owns it</span> },
  ];
  if (tags.length > 0) parts.push({ name: 'tags', content: tags.join(', ') });
  if (services.length > 0) parts.push({ name: 'services', content: <Services services={services} /> });
  const revisit = revisitText(decision);
  if (revisit) parts.push({ name: 'revisit', content: <Revisit text={revisit} isDue={decision.due !== null} /> });
  return (
    // Every part begins with its dot; those at the beginning of a line hang out at the left and are cut off.
    <div className="mt-1.5 overflow-clip text-ink-2 [overflow-clip-margin:4px] max-sm:text-label">
      <div className="-ml-4.75 flex flex-wrap items-center gap-y-1">
        {parts.map((part) => (
          <span key={part.name} className="inline-flex min-h-6 min-w-0 items-center">
            <span aria-hidden className="mx-2 size-0.75 shrink-0 rounded-full bg-line-strong" />
            <span className="inline-flex min-w-0 items-center gap-1.5">{part.content}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

function Revision({ workspace, decision }: HeadProps) {
  return (
    <span>
      <TextLink
        look="title"
        className="dotted font-normal text-ink-2"
        href={revisionsPath(workspace, decision.register.slug, decision.id)}
      >
        revision {decision.revision}
      </TextLink>{' '}
      of {dayText(dateToDay(decision.revisedAt))}
    </span>
  );
}

function Owner({ owner }: { owner: NonNullable<DecisionRecord['owner']> }) {
  return (
    <>
      <Avatar name={owner.name} id={owner.id} size="sm" decorative />
      {owner.name}
    </>
  );
}

function Services({ services }: { services: DecisionRecord['services'] }) {
  return (
    <>
      <Box aria-hidden className="size-3.5 shrink-0" />
      {services.map((service) => service.key).join(', ')}
    </>
  );
}

function revisitText({ due, revisitOn, revisitCondition, expiresOn, status }: DecisionRecord): string | null {
  if (status === 'rejected' || status === 'superseded' || status === 'deprecated') return null;
  if (due === 'conditionMet') return 'condition met';
  if (due === 'expired' && expiresOn) return `expired ${dayText(expiresOn)}`;
  if (revisitOn) return `revisit ${dayText(revisitOn)}`;
  if (expiresOn) return `expires ${dayText(expiresOn)}`;
  return revisitCondition ? 'revisit on a condition' : null;
}

function Revisit({ text, isDue }: { text: string; isDue: boolean }) {
  return (
    <span className={cn('inline-flex items-center gap-1.5', isDue && 'font-medium text-warn')}>
      <CalendarClock aria-hidden className="size-3.5 shrink-0" />
      {text}
    </span>
  );
}
