import { expect, type Locator, type Page } from '@playwright/test';

/** The backlog of a workspace: sentence, table, peek. */
export class BacklogPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get title(): Locator {
    return this.page.getByRole('heading', { name: 'Debt backlog', level: 1 });
  }

  async openEmpty(workspace: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/backlog`);
    await expect(this.title).toBeVisible();
  }

  async open(workspace: string, query = ''): Promise<void> {
    // The server's markup shows the rows before the page listens to keys; what only the browser fetches comes after.
    const alive = this.page.waitForResponse(/backlog\.labels/);
    await this.page.goto(`/w/${workspace}/backlog${query}`);
    await expect(this.title).toBeVisible();
    await alive;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Debts' });
  }

  row(title: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: title });
  }

  get peek(): Locator {
    return this.page.getByRole('complementary', { name: 'Peek' });
  }

  /** The keys on screen, from the top. */
  async keys(): Promise<string[]> {
    const cells = await this.grid
      .getByRole('row')
      .filter({ hasText: /TD-\d+/ })
      .allInnerTexts();
    return cells.map((text) => /TD-\d+/.exec(text)?.[0] ?? '');
  }

  /** Waits until the rows on screen begin with these keys. */
  async expectFirst(keys: string[]): Promise<void> {
    await expect(async () => expect((await this.keys()).slice(0, keys.length)).toEqual(keys)).toPass({
      timeout: 10_000,
    });
  }

  async sortBy(header: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: header }).getByRole('button').click();
  }

  /** Opens a part of the filter sentence and picks from its list. */
  async narrow(part: string, choice: string): Promise<void> {
    await this.page
      .getByRole('group', { name: 'Which debts' })
      .getByRole('button', { name: `${part}:` })
      .click();
    await this.page.getByRole('option', { name: choice }).click();
    await this.page.keyboard.press('Escape');
  }

  async choose(factor: string, level: number): Promise<void> {
    await this.peek
      .getByRole('radiogroup', { name: factor })
      .getByRole('radio', { name: String(level) })
      .click();
  }
}
