'use client';

import { BookOpen, Library, Upload } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState, type EmptyStep } from '@/components/ui/empty-state';
import { listPath } from './decision-view';

type FirstRegisterProps = {
  workspace: string;
  abilities: { createRegister: boolean; import: boolean };
  onNew: () => void;
};

const triggers = [
  { title: 'How data flows', example: 'Publish order events through an outbox table' },
  { title: 'A new technology', example: 'Evaluate feature flags in one library' },
  { title: 'The end of a system', example: 'Stop supporting Safari 15' },
  { title: 'An external integration', example: 'Cache tax rates for 24 hours instead of asking at checkout' },
];

/** The decisions before there is a register: what one is for, the first step, and the import beside it. */
export function FirstRegister({ workspace, abilities, onNew }: FirstRegisterProps) {
  const steps: EmptyStep[] = [];
  if (abilities.createRegister) {
    steps.push({
      icon: Library,
      title: 'Name the first register',
      description: 'One for each team, repository or package; a name is enough',
      action: (
        <Button variant="primary" onClick={onNew}>
          New register
        </Button>
      ),
    });
  }
  if (abilities.import) {
    steps.push({
      icon: Upload,
      title: 'Bring what you have',
      description: 'A folder or zip of adr-tools, MADR, Log4brains and others, shown to you before anything is written',
      action: <ButtonLink href={`${listPath(workspace)}/import`}>Import records</ButtonLink>,
    });
  }
  if (steps.length === 0) {
    steps.push({
      icon: BookOpen,
      title: 'Wait for the first one',
      description: 'Admins of this workspace make registers; you will see their decisions here',
      action: null,
    });
  }
  return (
    <EmptyState
      title="Decisions"
      aside="no register yet"
      lesson="A decision written down is argued once: say what was chosen, what else was possible, and when to ask again."
      steps={steps}
    >
      <section className="mt-11" aria-labelledby="triggers">
        <h2 id="triggers" className="border-b border-ink pb-1.5 font-semibold">
          Worth a record: what changes one of these
        </h2>
        <dl>
          {triggers.map(({ title, example }) => (
            <div key={title} className="grid border-b border-line py-2.5 last:border-b-0 sm:grid-cols-[224px_1fr]">
              <dt className="font-medium">{title}</dt>
              <dd className="font-serif text-reading leading-6 text-ink-2">{example}</dd>
            </div>
          ))}
        </dl>
      </section>
    </EmptyState>
  );
}
