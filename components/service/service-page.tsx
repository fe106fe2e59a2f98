'use client';

import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { PageFrame } from '@/components/shell/page-frame';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { useConnectionNotice } from '@/components/workspace/connection';
import { ServiceDialog } from './service-dialog';
import { ServiceFacts } from './service-facts';
import { MissingService, ServiceMenu, ServiceSkeleton } from './service-peek';

/** The page of one service, where its permalink leads. */
export function ServicePage({ workspace, serviceKey }: { workspace: string; serviceKey: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const { data: service, error, refetch } = useQuery(trpc.service.get.queryOptions({ workspace, key: serviceKey }));
  const canEdit = service?.abilities.edit ?? false;
  useShortcut({
    keys: 'e',
    label: 'Edit the service',
    scope: 'Service',
    run: () => setEditing(true),
    enabled: canEdit,
  });
  const list = `/w/${workspace}/services`;
  return (
    <PageFrame
      width="column"
      notice={useConnectionNotice()}
      backHref={list}
      crumbs={[{ label: 'Services', href: list }, { label: serviceKey }]}
      actions={
        service ? (
          <>
            <ServiceMenu
              workspace={workspace}
              service={service}
              onEdit={() => setEditing(true)}
              onDeleted={() => router.push(list)}
            />
            {canEdit ? (
              <Button icon={PenLine} kbd="e" onClick={() => setEditing(true)}>
                Edit
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {service ? (
        <div className="max-w-[720px]">
          <PageHeader face="document" title={service.name} summary={service.key} />
          <ServiceFacts workspace={workspace} service={service} heading="h2" />
        </div>
      ) : error ? (
        <MissingService workspace={workspace} serviceKey={serviceKey} error={error} onRetry={() => void refetch()} />
      ) : (
        <ServiceSkeleton />
      )}
      {editing && service ? (
        <ServiceDialog
          workspace={workspace}
          service={service}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      ) : null}
    </PageFrame>
  );
}
