'use client';

import { FilePlus2, Library } from 'lucide-react';
import type { FormEvent } from 'react';
import { onSaveKeys } from '@/components/debt/save-keys';
import { decisionName } from '@/components/decision/decision-words';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { messageOf } from '@/components/query/request-error';
import { ErrorView } from '@/components/shell/error-view';
import { PageFrame } from '@/components/shell/page-frame';
import { Banner } from '@/components/ui/banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import type { NewDecisionStart } from './new-decision-form';
import { type NewDecision, useNewDecision } from './use-new-decision';

export type NewDecisionScreenProps = { workspace: string; start: NewDecisionStart };

/** Where a decision begins: what it is about, where it belongs, and the template it starts from. */
export function NewDecisionScreen({ workspace, start }: NewDecisionScreenProps) {
  const form = useNewDecision(workspace, start);
  const list = `/w/${workspace}/decisions`;
  return (
    <PageFrame
      crumbs={[{ label: 'Decisions', href: list }, { label: 'New decision' }]}
      backHref={list}
      width="column"
      bottomBar={
        form.mayWrite ? (
          <>
            <p className="mr-auto text-label text-ink-2 max-sm:hidden">
              It begins as a draft. Its address stays; the register gives the number when it is accepted.
            </p>
            <ButtonLink variant="ghost" href={list}>
              Cancel
            </ButtonLink>
            <Button
              type="submit"
              form="new-decision"
              variant="primary"
              kbd="mod+enter"
              className="max-sm:flex-1"
              pending={form.pending}
            >
              Start writing
            </Button>
          </>
        ) : null
      }
    >
      <h1 className="text-title font-semibold">New decision</h1>
      <Content form={form} workspace={workspace} />
    </PageFrame>
  );
}

function Content({ form, workspace }: { form: NewDecision; workspace: string }) {
  if (form.isLoading && !form.loadProblem) {
    return (
      <SkeletonGroup label="Registers and templates are loading" className="mt-6 flex flex-col gap-5">
        <Skeleton className="h-9" />
        <Skeleton className="h-9 w-1/2" />
        <Skeleton className="h-40" />
      </SkeletonGroup>
    );
  }
  if (form.loadProblem) {
    return (
      <Banner tone="danger" className="mt-4" title="The registers did not load.">
        {messageOf(form.loadProblem)}
      </Banner>
    );
  }
  if (!form.mayWrite) {
    return (
      <ErrorView
        icon={Library}
        kicker="No register to write into"
        title="A decision needs a register"
        summary="A register holds the decisions of a team, a repository or a package. An admin of this workspace makes one, and an editor writes into it."
        actions={
          <ButtonLink variant="primary" href={`/w/${workspace}/settings/registers`}>
            Open the registers
          </ButtonLink>
        }
      />
    );
  }
  return <NewDecisionFields form={form} />;
}

function NewDecisionFields({ form }: { form: NewDecision }) {
  const { template, old } = form;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <form
      id="new-decision"
      noValidate
      onSubmit={onSubmit}
      onKeyDownCapture={onSaveKeys(() => void form.submit())}
      className="mt-5 flex flex-col gap-5"
    >
      {form.problem ? (
        <Banner tone="danger" live title="No draft was made.">
          {form.problem}
        </Banner>
      ) : null}
      {old ? (
        <Banner tone="neutral" icon={FilePlus2} title={`It takes the place of ${decisionName(old)}.`}>
          {old.number === null ? null : `“${old.title}” `}is superseded once the new one is accepted.
        </Banner>
      ) : null}
      <Field layout="left" label="Title" hint="what is decided, as a sentence" error={form.problems.title} required>
        {/* Whoever comes here comes to write it down. */}
        <Input
          autoFocus
          maxLength={300}
          className="h-11 font-serif text-summary"
          placeholder="Cache tax rates for 24 hours instead of asking at checkout"
          value={form.title}
          onChange={(event) => form.setTitle(event.target.value)}
        />
      </Field>
      <Field layout="left" label="Register" error={form.problems.register} required>
        <Select
          className="max-w-90"
          placeholder="Choose a register"
          options={form.registers.map(({ slug, name, description }) => ({
            value: slug,
            label: name,
            ...(description ? { description: description.split('\n')[0] ?? '' } : {}),
          }))}
          value={form.register}
          onChange={form.setRegister}
        />
      </Field>
      {old ? (
        <Field layout="left" label="Takes the place of" hint={decisionName(old)} group>
          <RadioCards
            layout="grid"
            cards={[
              { value: 'whole', title: 'The whole record', description: 'It is superseded, and says by what.' },
              { value: 'part', title: 'A part of it', description: 'It stays in force for the rest.' },
            ]}
            value={form.partial ? 'part' : 'whole'}
            onChange={(value) => form.setPartial(value === 'part')}
          />
        </Field>
      ) : null}
      <Field layout="left" label="Template" error={form.problems.template} group>
        <div className="grid gap-4 lg:grid-cols-2">
          <RadioCards
            cards={form.templates.map(({ key, name, description }) => ({
              value: key,
              title: name,
              description,
              aside: key === form.ownTemplate ? 'of this register' : undefined,
            }))}
            value={template?.key ?? null}
            onChange={form.setTemplate}
          />
          {template ? (
            <section
              aria-label={`Preview of ${template.name}`}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-140 overflow-y-auto rounded-well border border-line bg-surface px-5 py-4"
            >
              <MarkdownView text={template.body} topHeading={2} />
            </section>
          ) : null}
        </div>
      </Field>
    </form>
  );
}
