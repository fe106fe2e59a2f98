export function importPath(workspace: string, id?: string): string {
  const start = `/w/${workspace}/backlog/import`;
  return id ? `${start}/${id}` : start;
}

/** The backlog narrowed to what came in with one import. */
export function importedDebtsPath(workspace: string, id: string): string {
  return `/w/${workspace}/backlog?import=${id}&state=any`;
}
