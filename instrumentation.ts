/** Runs once in each server process, before the first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this at build time, to keep Node's code out of other runtimes.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { recordSocketAddresses } = await import('@/server/platform/socket-address');
  recordSocketAddresses();
  const { bootstrapFromEnvironment, setupLine } = await import('@/server/modules/setup/service');
  await bootstrapFromEnvironment();
  const line = await setupLine();
  if (line) process.stdout.write(`${line}\n`);
}
