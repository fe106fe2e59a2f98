'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord, RelationRecord } from '@/server/modules/decision/contract';
import { decisionPath } from './decision-path';
import { relationText } from './decision-words';
import { RailLine, RailSection } from './rail-section';
import { RelateDialog } from './relate-dialog';
import { useAdoptDecision } from './use-adopt-decision';

type SectionProps = { workspace: string; decision: DecisionRecord };

/** Other decisions this one supersedes, amends, rests on, relates to or conflicts with, worded from here. */
export function RelationSection({ workspace, decision }: SectionProps) {
  const { relations, warnings, abilities, register } = decision;
  const [isRelating, setIsRelating] = useState(false);
  const unrelate = useUnrelate(workspace, decision);
  if (relations.length === 0 && warnings.length === 0 && !abilities.edit) return null;
  return (
    <RailSection
      title="Relations"
      action={
        abilities.edit ? <IconButton icon={Plus} label="Relate a decision" onClick={() => setIsRelating(true)} /> : null
      }
    >
      {relations.length === 0 ? <p className="text-ink-3">It relates to no other decision.</p> : null}
      <ul className="flex flex-col gap-3">
        {relations.map((relation) => (
          <RailLine
            key={`${relation.id}-${relation.direction}`}
            title={<RelationTitle workspace={workspace} relation={relation} />}
            detail={relationText(relation, register.slug)}
            action={
              abilities.edit ? (
                <Menu
                  align="end"
                  trigger={
                    <IconButton
                      icon={Ellipsis}
                      label={`Change the relation to ${relation.decision?.title ?? relation.targetText}`}
                    />
                  }
                >
                  <MenuItem label="Take the relation out" onSelect={() => void unrelate(relation)} />
                </Menu>
              ) : null
            }
          />
        ))}
      </ul>
      <Warnings decision={decision} />
      {isRelating ? (
        <RelateDialog workspace={workspace} decision={decision} onClose={() => setIsRelating(false)} />
      ) : null}
    </RailSection>
  );
}

function RelationTitle({ workspace, relation }: { workspace: string; relation: RelationRecord }) {
  const { decision: end, targetText } = relation;
  if (!end) return <span className="text-ink-2">{targetText}</span>;
  return (
    <TextLink look="title" href={decisionPath(workspace, end.register.slug, end.id)}>
      {end.title}
    </TextLink>
  );
}

function Warnings({ decision }: { decision: DecisionRecord }) {
  if (decision.warnings.length === 0) return null;
  return (
    <ul aria-label="Worth a look" className="mt-3 flex flex-col gap-1.5">
      {decision.warnings.map((warning) => (
        <li key={`${warning.code} ${warning.message}`} className="flex gap-1.5 text-label text-warn">
          <CircleAlert aria-hidden className="mt-0.5 size-3.25 shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{warning.message}</span>
        </li>
      ))}
    </ul>
  );
}

function useUnrelate(workspace: string, decision: DecisionRecord) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const remove = useMutation(trpc.decision.unrelate.mutationOptions({ onSuccess: adopt }));
  const relate = useMutation(trpc.decision.relate.mutationOptions({ onSuccess: adopt }));
  const failed = (error: unknown) =>
    showToast({ title: 'The relation stays as it was.', description: messageOf(error), tone: 'danger' });
  const back = ({ decision: end, type, direction, partial, note }: RelationRecord) => {
    if (!end) return undefined;
    const [id, target] = direction === 'from' ? [decision.id, end.id] : [end.id, decision.id];
    return () => void relate.mutateAsync({ workspace, id, target, type, partial, note }).catch(failed);
  };
  return (relation: RelationRecord) =>
    remove.mutateAsync({ workspace, id: decision.id, relation: relation.id }).then(() => {
      const undo = back(relation);
      showToast({ title: 'The relation is taken out.', ...(undo ? { undo } : {}) });
    }, failed);
}
