/** The address of a debt. A view's query goes along, so that previous and next stay in that view. */
export function debtPath(workspace: string, key: string, query = ''): string {
  return `/w/${workspace}/backlog/${key}${query ? `?${query}` : ''}`;
}

/** Opens the page of a debt for editing: in place when it is on screen already, with the query it has. */
export function openEdit(workspace: string, key: string, go: (href: string) => void): void {
  const path = debtPath(workspace, key);
  if (window.location.pathname === path) setEditing(true);
  else go(`${path}?edit=1`);
}

/** Turns editing on or off in the address, so that back leads out of it and a reload stays in it. */
export function setEditing(editing: boolean): void {
  const url = new URL(window.location.href);
  if (url.searchParams.has('edit') === editing) return;
  if (editing) url.searchParams.set('edit', '1');
  else url.searchParams.delete('edit');
  window.history.pushState(null, '', url);
}
