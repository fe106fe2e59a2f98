'use client';

import { CalendarCheck, CircleAlert, Ellipsis, FilePlus2, History, Link2, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef } from 'react';
import type { PaletteItem } from '@/components/shell/command-palette';
import { usePaletteActions } from '@/components/shell/palette-actions';
import { useShortcut } from '@/components/shell/shortcuts';
import { ButtonLink } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionEditPath, decisionPath, revisionsPath } from './decision-path';
import { isPlainStep, stepWords } from './step-words';
import type { Asked } from './use-decision-step';
import { useDeleteDecision } from './use-delete-decision';
import { useTransition } from './use-transition';

type ActionsProps = { workspace: string; decision: DecisionRecord; ask: (asked: Asked) => void };

type Action = Omit<PaletteItem, 'href' | 'run'> & { run: () => void; tone?: 'danger'; group: 'step' | 'more' | 'end' };

/** Everything that can be done with a decision, for the menu and for the palette alike. */
function useActions({ workspace, decision, ask }: ActionsProps): Action[] {
  const transition = useTransition(workspace, decision);
  const remove = useDeleteDecision(workspace, decision);
  const { abilities, status, register, id } = decision;
  const copy = async () => {
    const address = `${window.location.origin}${decisionPath(workspace, register.slug, id)}`;
    const isCopied = await copyText(address);
    showToast(
      isCopied
        ? { title: 'The link is copied.', tone: 'ok' }
        : { title: 'The browser did not allow copying.', tone: 'danger' },
    );
  };
  const plain = async (to: (typeof decision.transitions)[number]) => {
    if (!(await transition.run({ to }))) {
      showToast({
        title: 'The status did not change.',
        description: 'Open the page again and try once more.',
        tone: 'danger',
      });
    }
  };
  const steps = decision.transitions.map((to): Action => {
    const words = stepWords(status, to);
    const isPlain = isPlainStep(status, to);
    return {
      id: `step-${to}`,
      group: 'step',
      icon: words.icon,
      title: isPlain ? words.verb : `${words.verb}…`,
      run: () => (isPlain ? void plain(to) : ask({ kind: 'step', to })),
    };
  });
  const isInForce = status === 'accepted' && abilities.edit;
  const isDecided = status !== 'draft' && status !== 'proposed';
  return [
    ...steps,
    ...(isInForce
      ? [
          {
            id: 'reaffirm',
            group: 'more',
            icon: CalendarCheck,
            title: 'Reaffirm…',
            kbd: 'r',
            run: () => ask({ kind: 'reaffirm' }),
          } as const,
        ]
      : []),
    ...(isInForce && decision.revisitCondition && !decision.conditionMetAt
      ? [
          {
            id: 'condition',
            group: 'more',
            icon: CircleAlert,
            title: 'The condition is met…',
            run: () => ask({ kind: 'conditionMet' }),
          } as const,
        ]
      : []),
    ...(isDecided && abilities.edit
      ? [
          {
            id: 'succeed',
            group: 'more',
            icon: FilePlus2,
            title: 'Write a successor…',
            run: () => ask({ kind: 'succeed' }),
          } as const,
        ]
      : []),
    { id: 'link', group: 'more', icon: Link2, title: 'Copy the link', run: () => void copy() },
    ...(abilities.delete
      ? [
          {
            id: 'delete',
            group: 'end',
            icon: Trash2,
            title: 'Delete',
            tone: 'danger',
            run: () => void remove(),
          } as const,
        ]
      : []),
  ];
}

/** What the top bar of a decision offers at the right. */
export function DecisionActions(props: ActionsProps) {
  const { workspace, decision, ask } = props;
  const { register, id, abilities, status } = decision;
  const router = useRouter();
  const actions = useActions(props);
  const editPath = decisionEditPath(workspace, register.slug, id);
  const revisions = revisionsPath(workspace, register.slug, id);
  usePalette(decision, actions, editPath, (path) => router.push(path));
  useShortcut({
    keys: 'e',
    label: 'Edit the decision',
    scope: 'Decision',
    run: () => router.push(editPath),
    enabled: abilities.edit,
  });
  useShortcut({ keys: 'v', label: 'Revisions', scope: 'Decision', run: () => router.push(revisions) });
  useShortcut({
    keys: 'r',
    label: 'Reaffirm the decision',
    scope: 'Decision',
    run: () => ask({ kind: 'reaffirm' }),
    enabled: abilities.edit && status === 'accepted',
  });
  return (
    <>
      <ButtonLink href={revisions} variant="ghost" icon={History} className="max-sm:hidden">
        Revisions
      </ButtonLink>
      {abilities.edit ? (
        <ButtonLink href={editPath} icon={Pencil} className="max-sm:hidden">
          Edit
        </ButtonLink>
      ) : null}
      <MoreMenu actions={actions} editPath={abilities.edit ? editPath : null} revisions={revisions} />
    </>
  );
}

function usePalette(decision: DecisionRecord, actions: Action[], editPath: string, go: (path: string) => void): void {
  const latest = useRef({ actions, go });
  useEffect(() => {
    latest.current = { actions, go };
  });
  // The palette keeps its list while nothing that is offered changes; what is done is looked up when it is chosen.
  const offered = actions.map((action) => action.id).join(' ');
  const { edit } = decision.abilities;
  const items = useMemo<PaletteItem[]>(() => {
    const run = (id: string) => () => latest.current.actions.find((action) => action.id === id)?.run();
    return [
      ...(edit
        ? [{ id: 'edit', icon: Pencil, title: 'Edit the decision', kbd: 'e', run: () => latest.current.go(editPath) }]
        : []),
      ...latest.current.actions
        .filter((action) => offered.includes(action.id))
        .map(({ id, icon, title, kbd }) => ({ id, icon, title, run: run(id), ...(kbd ? { kbd } : {}) })),
    ];
  }, [edit, editPath, offered]);
  usePaletteActions(items);
}

type MoreMenuProps = { actions: Action[]; editPath: string | null; revisions: string };

function MoreMenu({ actions, editPath, revisions }: MoreMenuProps) {
  const groups = (['step', 'more', 'end'] as const).map((group) => actions.filter((action) => action.group === group));
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={Ellipsis}
          label="More"
          variant="secondary"
          className="max-sm:border-transparent max-sm:bg-transparent"
        />
      }
    >
      <div className="sm:hidden">
        {editPath ? <MenuItem icon={Pencil} label="Edit" href={editPath} /> : null}
        <MenuItem icon={History} label="Revisions" href={revisions} />
        <MenuSeparator />
      </div>
      {groups.map((group, index) =>
        group.length === 0 ? null : (
          <div key={group[0]?.id}>
            {index > 0 && groups.slice(0, index).some((before) => before.length > 0) ? <MenuSeparator /> : null}
            {group.map((action) => (
              <MenuItem
                key={action.id}
                icon={action.icon}
                label={action.title}
                {...(action.kbd ? { kbd: action.kbd } : {})}
                {...(action.tone ? { tone: action.tone } : {})}
                // The menu gives its focus back first: what opens over the page must find it there.
                onSelect={() => setTimeout(action.run)}
              />
            ))}
          </div>
        ),
      )}
    </Menu>
  );
}
