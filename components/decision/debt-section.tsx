'use client';

import { useMutation } from '@tanstack/react-query';
import { Ellipsis, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { debtPath } from '@/components/debt/debt-path';
import { DebtPicker } from '@/components/debt/debt-picker';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { Segments } from '@/components/ui/segments';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import type { DebtLinkKind } from '@/server/domain/decision/status';
import { type DebtState, debtStates, stateLabels } from '@/server/domain/scoring/state';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { RailLine, RailSection } from './rail-section';
import { useAdoptDecision } from './use-adopt-decision';

type DebtLink = DecisionRecord['debts'][number];

const kinds = [
  { value: 'incurs', label: 'Incurs', description: 'The decision takes this debt on.' },
  { value: 'resolves', label: 'Resolves', description: 'The decision pays this debt back.' },
] as const;

/** Open states need no word: the score says enough. */
function stateWord(state: string): string | null {
  const known: DebtState | undefined = debtStates.find((one) => one === state);
  return known && known !== 'open' ? stateLabels[known].toLowerCase() : null;
}

function detailOf(debt: DebtLink) {
  const rest = [
    ...(debt.rank === null ? [] : [`rank ${debt.rank} of ${debt.of}`]),
    ...(stateWord(debt.state) ? [stateWord(debt.state)] : []),
  ];
  return (
    <>
      {debt.kind} <span className="whitespace-nowrap">{debt.key}</span>
      {rest.length > 0 ? `, ${rest.join(', ')}` : null}
    </>
  );
}

/** The debts a decision takes on and pays back, each with its score. */
export function DebtSection({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const { debts, abilities } = decision;
  const { put, drop } = useDebtLinks(workspace, decision);
  if (debts.length === 0 && !abilities.edit) return null;
  return (
    <RailSection title="Debt" action={abilities.edit ? <LinkDebt workspace={workspace} decision={decision} /> : null}>
      {debts.length === 0 ? <p className="text-ink-3">It takes on no debt and pays none back.</p> : null}
      <ul className="flex flex-col gap-3">
        {debts.map((debt) => (
          <RailLine
            key={debt.key}
            title={
              <TextLink look="title" href={debtPath(workspace, debt.key)}>
                {debt.title}
              </TextLink>
            }
            detail={detailOf(debt)}
            aside={<Score score={debt.score} />}
            action={
              abilities.edit ? (
                <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`Change the link to ${debt.key}`} />}>
                  {kinds
                    .filter(({ value }) => value !== debt.kind)
                    .map(({ value, label }) => (
                      <MenuItem key={value} label={`${label} it instead`} onSelect={() => void put(debt.key, value)} />
                    ))}
                  <MenuItem label="Take the link out" onSelect={() => void drop(debt)} />
                </Menu>
              ) : null
            }
          />
        ))}
      </ul>
    </RailSection>
  );
}

function Score({ score }: { score: number | null }) {
  if (score === null) return <span className="text-label text-ink-3">not scored</span>;
  return (
    <b className="text-product leading-4.5 font-semibold tabular-nums">
      <span className="sr-only">score </span>
      {score.toFixed(1)}
    </b>
  );
}

function useDebtLinks(workspace: string, decision: DecisionRecord) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const link = useMutation(trpc.decision.linkDebt.mutationOptions({ onSuccess: adopt }));
  const unlink = useMutation(trpc.decision.unlinkDebt.mutationOptions({ onSuccess: adopt }));
  const failed = (error: unknown) =>
    showToast({ title: 'The link stays as it was.', description: messageOf(error), tone: 'danger' });
  const put = (debt: string, kind: DebtLinkKind) =>
    link.mutateAsync({ workspace, id: decision.id, debt, kind }).then(() => undefined, failed);
  const drop = (debt: DebtLink) =>
    unlink.mutateAsync({ workspace, id: decision.id, debt: debt.key }).then(
      () =>
        showToast({
          title: `${debt.key} is not linked any more.`,
          undo: () => void put(debt.key, debt.kind),
        }),
      failed,
    );
  return { put, drop };
}

function LinkDebt({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger={<IconButton icon={Plus} label="Link a debt" />}
      label="Link a debt"
      align="end"
      className="w-76"
      open={open}
      onOpenChange={setOpen}
    >
      <LinkForm workspace={workspace} decision={decision} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function LinkForm({
  workspace,
  decision,
  onDone,
}: {
  workspace: string;
  decision: DecisionRecord;
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const [debt, setDebt] = useState<string | null>(null);
  const [kind, setKind] = useState<DebtLinkKind>('incurs');
  const [isEmpty, setIsEmpty] = useState(false);
  const link = useMutation(
    trpc.decision.linkDebt.mutationOptions({
      onSuccess: (record) => {
        adopt(record);
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setIsEmpty(debt === null);
    if (debt !== null) link.mutate({ workspace, id: decision.id, debt, kind });
  };
  const said = link.error ? (problemsOf(link.error).debt ?? messageOf(link.error)) : undefined;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3.5">
      <Field group label="This decision">
        <Segments segments={kinds} value={kind} onChange={setKind} tone="choosing" />
      </Field>
      <Field label="Debt" error={isEmpty ? 'Choose a debt.' : said}>
        <DebtPicker workspace={workspace} except="" value={debt} onChange={setDebt} />
      </Field>
      <Button type="submit" variant="primary" className="self-start" pending={link.isPending}>
        Link the debt
      </Button>
    </form>
  );
}
