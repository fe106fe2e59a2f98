'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, BookmarkCheck, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { showToast } from '@/components/ui/toast';
import type { SavedView } from '@/server/modules/saved-view/contract';

type SaveViewProps = { workspace: string; viewQuery: string };

/** Keeps the view under a name in the sidebar; a view that is kept already can be renamed or deleted here. */
export function SaveView({ workspace, viewQuery }: SaveViewProps) {
  const trpc = useTRPC();
  const views = useQuery(trpc.savedView.list.queryOptions({ workspace })).data;
  const [naming, setNaming] = useState(false);
  const saved = views?.find((view) => view.query === viewQuery);
  const remove = useRemoveView(workspace);
  if (saved && !naming) {
    return (
      <Menu align="end" trigger={<Button icon={BookmarkCheck}>Saved</Button>}>
        <MenuHeading>{saved.name}</MenuHeading>
        <MenuItem icon={Pencil} label="Rename…" onSelect={() => setTimeout(() => setNaming(true))} />
        <MenuItem icon={Trash2} label="Delete" tone="danger" onSelect={() => void remove(saved)} />
      </Menu>
    );
  }
  return (
    <Popover
      label={saved ? 'Rename the view' : 'Save the view'}
      align="end"
      className="w-72"
      open={naming}
      onOpenChange={setNaming}
      trigger={<Button icon={saved ? BookmarkCheck : Bookmark}>{saved ? 'Saved' : 'Save view'}</Button>}
    >
      <ViewNameForm workspace={workspace} viewQuery={viewQuery} saved={saved} onDone={() => setNaming(false)} />
    </Popover>
  );
}

function useRefreshViews() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => client.invalidateQueries(trpc.savedView.pathFilter());
}

function useRemoveView(workspace: string) {
  const trpc = useTRPC();
  const refresh = useRefreshViews();
  const restore = useMutation(trpc.savedView.restore.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(trpc.savedView.delete.mutationOptions({ onSuccess: refresh }));
  return async (view: SavedView) => {
    try {
      const deleted = await remove.mutateAsync({ workspace, id: view.id });
      showToast({
        title: `The view ${view.name} is deleted.`,
        undo: () => restore.mutate({ workspace, ...deleted }),
      });
    } catch (error) {
      showToast({ title: 'The view was not deleted.', description: messageOf(error), tone: 'danger' });
    }
  };
}

type ViewNameFormProps = SaveViewProps & { saved: SavedView | undefined; onDone: () => void };

function ViewNameForm({ workspace, viewQuery, saved, onDone }: ViewNameFormProps) {
  const trpc = useTRPC();
  const refresh = useRefreshViews();
  const [name, setName] = useState(saved?.name ?? '');
  const done = async (view: SavedView) => {
    await refresh();
    onDone();
    showToast({
      title: saved ? `The view is called ${view.name} now.` : `${view.name} is in the sidebar now.`,
      tone: 'ok',
    });
  };
  const create = useMutation(trpc.savedView.create.mutationOptions({ onSuccess: done }));
  const rename = useMutation(trpc.savedView.update.mutationOptions({ onSuccess: done }));
  const error = create.error ?? rename.error;
  const problem = error ? (problemsOf(error).name ?? messageOf(error)) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saved) rename.mutate({ workspace, id: saved.id, name });
    else create.mutate({ workspace, name, query: viewQuery });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Name of the view" hint="It appears in the sidebar, for you alone." error={problem}>
        <Input autoFocus value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          disabled={name.trim() === ''}
          pending={create.isPending || rename.isPending}
        >
          {saved ? 'Rename' : 'Save view'}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
