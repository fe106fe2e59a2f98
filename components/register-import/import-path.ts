/** The first step of an import, with the register it is for where that is known; or one import on its way. */
export function importPath(workspace: string, to: { register?: string; id?: string } = {}): string {
  const start = `/w/${workspace}/decisions/import`;
  if (to.id) return `${start}/${to.id}`;
  return to.register ? `${start}?register=${to.register}` : start;
}
