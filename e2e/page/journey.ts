import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Collects what a page throws or says as an error or a warning; refusals, which the browser writes by itself, are left out. */
export function listen(to: Page, problems: string[]): void {
  to.on('pageerror', (error) => problems.push(error.message));
  to.on('console', (message) => {
    const isRefusal = /status of (400|404|409|422)/.test(message.text());
    // Says how busy the machine is: what was asked for early came to use late.
    const isLate = message.text().includes('was preloaded using link preload but not used');
    if (['error', 'warning'].includes(message.type()) && !isRefusal && !isLate) problems.push(message.text());
  });
}

/** Makes what a journey begins with by the call that the screen would make. */
export async function call<Answer = unknown>(
  by: Page,
  procedure: string,
  input: Record<string, unknown>,
): Promise<Answer> {
  const response = await by.request.post(`/api/trpc/${procedure}`, {
    data: { json: input },
    headers: { origin: new URL(by.url()).origin },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()).result.data.json;
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(said).toEqual([]);
}
