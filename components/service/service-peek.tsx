'use client';

import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Expand, Link as LinkIcon, PenLine, RotateCcw, Trash2, X } from 'lucide-react';
import { codeOf, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { NothingHere } from '@/components/ui/empty-state';
import { IconButton, IconLink } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { showToast } from '@/components/ui/toast';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { ServiceFacts } from './service-facts';
import { servicePath } from './service-view';
import { useDeleteService, useRestoreService } from './use-save-service';

export type ServicePeekProps = {
  workspace: string;
  serviceKey: string;
  onClose: () => void;
  onEdit: (service: ServiceRecord) => void;
};

/** One service beside the list. */
export function ServicePeek({ workspace, serviceKey, onClose, onEdit }: ServicePeekProps) {
  const trpc = useTRPC();
  const service = useQuery(trpc.service.get.queryOptions({ workspace, key: serviceKey }));
  const copy = async () => {
    const address = new URL(servicePath(workspace, serviceKey), window.location.origin).href;
    const isCopied = await copyText(address);
    showToast({
      title: isCopied ? `The link to ${serviceKey} is copied.` : address,
      tone: isCopied ? 'ok' : 'neutral',
    });
  };
  return (
    <article aria-label={serviceKey} className="px-4 pt-3 pb-6 md:px-4.5">
      <div className="-mr-1.5 flex items-center">
        <span className="truncate text-ink-2">{serviceKey}</span>
        <span className="ml-auto flex shrink-0">
          {service.data ? (
            <ServiceMenu workspace={workspace} service={service.data} onEdit={onEdit} onDeleted={onClose} />
          ) : null}
          <IconButton icon={LinkIcon} label="Copy the link" onClick={() => void copy()} />
          <IconLink icon={Expand} label="Open the page" kbd="enter" href={servicePath(workspace, serviceKey)} />
          <IconButton icon={X} label="Close" kbd="escape" onClick={onClose} />
        </span>
      </div>
      {service.data ? (
        <>
          <h2 className="text-panel font-semibold [overflow-wrap:anywhere]">{service.data.name}</h2>
          <ServiceFacts workspace={workspace} service={service.data} heading="h3" />
        </>
      ) : service.error ? (
        <MissingService
          workspace={workspace}
          serviceKey={serviceKey}
          error={service.error}
          onRetry={() => void service.refetch()}
        />
      ) : (
        <ServiceSkeleton />
      )}
    </article>
  );
}

type MenuProps = {
  workspace: string;
  service: ServiceRecord;
  onEdit: (service: ServiceRecord) => void;
  onDeleted: () => void;
};

/** What can be done to a service; nothing is shown to who may not. */
export function ServiceMenu({ workspace, service, onEdit, onDeleted }: MenuProps) {
  const remove = useDeleteService(workspace, onDeleted);
  const { abilities } = service;
  if (!abilities.edit && !abilities.delete) return null;
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`Change ${service.key}`} />}>
      {abilities.edit ? (
        <MenuItem icon={PenLine} label="Edit service" kbd="e" onSelect={() => setTimeout(() => onEdit(service))} />
      ) : null}
      {abilities.delete ? (
        <MenuItem
          icon={Trash2}
          tone="danger"
          label="Delete service"
          description="Its debts stay, and it can be restored"
          onSelect={() => void remove(service)}
        />
      ) : null}
    </Menu>
  );
}

type MissingProps = { workspace: string; serviceKey: string; error: unknown; onRetry: () => void };

/** A service that is not there: deleted ones can come back from here. */
export function MissingService({ workspace, serviceKey, error, onRetry }: MissingProps) {
  const restore = useRestoreService(workspace);
  const isMissing = codeOf(error) === 'notFound';
  const isDeleted = isMissing && messageOf(error).includes('can be restored');
  return (
    <NothingHere
      title={isMissing ? `${serviceKey} is not here` : `${serviceKey} could not be read`}
      actions={
        isDeleted ? (
          <Button icon={RotateCcw} onClick={() => void restore(serviceKey).then(onRetry)}>
            Restore it
          </Button>
        ) : (
          <Button onClick={onRetry}>Try again</Button>
        )
      }
    >
      {messageOf(error)}
    </NothingHere>
  );
}

export function ServiceSkeleton() {
  return (
    <SkeletonGroup label="Loading the service" className="flex flex-col gap-3 pt-2">
      <Skeleton className="h-5 w-3/5" />
      <Skeleton className="h-10" />
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-14" />
      <Skeleton className="h-24" />
    </SkeletonGroup>
  );
}
