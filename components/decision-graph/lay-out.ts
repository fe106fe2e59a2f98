import type { ElkNode } from 'elkjs/lib/elk-api';

/** Lays a graph out off the main thread, so that the page answers while hundreds of boxes find their place. */
export async function layOut(graph: ElkNode): Promise<ElkNode> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js');
  const worker = new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url));
  const elk = new Elk({ workerFactory: () => worker });
  // ELK itself waits for ever for a worker that could not start.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the layout could not be computed')));
  });
  try {
    return await Promise.race([elk.layout(graph), failed]);
  } finally {
    worker.terminate();
  }
}
