'use client';

import { Lock } from 'lucide-react';
import { ErrorView } from '@/components/shell/error-view';
import { ButtonLink } from '@/components/ui/button';
import { SettingsFrame } from './settings-frame';

/** A page of the settings that the reader's role does not open. */
export function SettingsRefused({ workspace, title }: { workspace: string; title: string }) {
  return (
    <SettingsFrame workspace={workspace} title={title}>
      <ErrorView
        icon={Lock}
        kicker={title}
        title="This is for admins"
        summary="Your role does not open this page. An admin of the workspace can change that under People."
        actions={<ButtonLink href={`/w/${workspace}/settings/people`}>See who is an admin</ButtonLink>}
      />
    </SettingsFrame>
  );
}
