/** Runs once in each server process, before the first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces this at build time, to keep Node's code out of other runtimes.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startUp } = await import('@/server/start-up');
    await startUp();
  }
}
