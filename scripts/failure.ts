/** A reason to stop that the operator can act on: printed as one sentence, without a stack. */
export class Failure extends Error {
  override name = 'Failure';
}

/** The errno name of a system error ("EACCES"), or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Prints a failure the way every command does (a sentence for a Failure, the stack for a defect) and sets the exit code. */
export function reportFailure(error: unknown): void {
  if (error instanceof Failure) console.error(`\n✗ ${error.message}`);
  else console.error(error);
  process.exitCode = 1;
}
