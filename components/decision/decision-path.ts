/** The address of a decision, by its id: it stays whatever number or file name the record gets. */
export function decisionPath(workspace: string, register: string, id: string): string {
  return `/w/${workspace}/decisions/${register}/${id}`;
}

/** The decision as it was at the end of a day (YYYY-MM-DD). */
export function decisionAtPath(workspace: string, register: string, id: string, day: string): string {
  return `${decisionPath(workspace, register, id)}?at=${day}`;
}

/** The revisions of a decision; with two of them, what lies between. */
export function revisionsPath(
  workspace: string,
  register: string,
  id: string,
  compared?: { from: number; to: number },
): string {
  const path = `${decisionPath(workspace, register, id)}/revisions`;
  return compared ? `${path}?from=${compared.from}&to=${compared.to}` : path;
}

/** Where the text of a decision is written. */
export function decisionEditPath(workspace: string, register: string, id: string): string {
  return `${decisionPath(workspace, register, id)}/edit`;
}
