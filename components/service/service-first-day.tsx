'use client';

import { BookOpen, Box } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState, type EmptyStep } from '@/components/ui/empty-state';

/** The catalogue before anything is in it. */
export function ServiceFirstDay({ onNew }: { onNew: (() => void) | undefined }) {
  const step: EmptyStep = onNew
    ? {
        icon: Box,
        title: 'Add the first service',
        description: 'A name and a tier are enough; figures can follow',
        action: (
          <Button variant="primary" kbd="c" onClick={onNew}>
            New service
          </Button>
        ),
      }
    : {
        icon: BookOpen,
        title: 'Wait for the first one',
        description: 'Editors of this workspace add services; you will see them here',
        action: null,
      };
  return (
    <EmptyState
      title="Services"
      aside="none in the catalogue yet"
      lesson="A service is what a debt is about: something that runs, has a team, and hurts somebody when it stops."
      steps={[step]}
    />
  );
}
