'use client';

import { PageFrame } from '@/components/shell/page-frame';
import { DiscussedArticle } from '@/components/thread/discussed-article';
import type { DrawnText } from '@/components/thread/draw-text';
import { Banner } from '@/components/ui/banner';
import { TextButton } from '@/components/ui/text-link';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { AskedDialog } from './asked-dialog';
import { DecisionActions } from './decision-actions';
import { decisionCrumbs } from './decision-crumbs';
import { DecisionHead } from './decision-head';
import { DecisionRail } from './decision-rail';
import { DueBlock } from './due-block';
import { PhoneBar } from './phone-bar';
import { useAsked } from './use-decision-step';

export type DecisionPageProps = {
  workspace: string;
  decision: DecisionRecord;
  drawn: DrawnText | null;
  /** Back to what became of a deleted decision, which is read as it was. */
  onBack?: (() => void) | undefined;
};

/** A decision that is there: read, discussed, reviewed, changed in place. */
export function DecisionPage({ workspace, decision, drawn, onBack }: DecisionPageProps) {
  const { asked, ask, close } = useAsked();
  const register = `/w/${workspace}/decisions/${decision.register.slug}`;
  return (
    <PageFrame
      crumbs={decisionCrumbs(workspace, decision)}
      backHref={register}
      width="reading"
      actions={<DecisionActions workspace={workspace} decision={decision} ask={ask} />}
      rail={<DecisionRail workspace={workspace} decision={decision} />}
      phoneBar={<PhoneBar workspace={workspace} decision={decision} ask={ask} />}
    >
      {onBack ? (
        <Banner
          tone="neutral"
          className="mb-4"
          title="This decision is deleted."
          actions={<TextButton onClick={onBack}>What happened</TextButton>}
        >
          This is how it was.
        </Banner>
      ) : null}
      <DecisionHead workspace={workspace} decision={decision} />
      <DueBlock
        decision={decision}
        onReaffirm={() => ask({ kind: 'reaffirm' })}
        onSucceed={() => ask({ kind: 'succeed' })}
      />
      <DiscussedArticle workspace={workspace} decision={decision} drawn={drawn} />
      <AskedDialog workspace={workspace} decision={decision} asked={asked} ask={ask} onClose={close} />
    </PageFrame>
  );
}
