import type { Metadata } from 'next';
import { WorkspaceSettingsView } from '@/components/workspace/workspace-settings-view';

export const metadata: Metadata = { title: 'Workspace' };

// What it shows was fetched by the layout around it.
export default async function WorkspaceSettingsRoute({ params }: { params: Promise<{ workspace: string }> }) {
  return <WorkspaceSettingsView workspace={(await params).workspace} />;
}
