import { expect, type Locator, type Page } from '@playwright/test';

/** The list of decisions: what it is narrowed by, its rows, the peek beside it, what is due. */
export class DecisionListPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(workspace: string, rest = ''): Promise<void> {
    await this.#page.goto(`/w/${workspace}/decisions${rest}`);
    await expect(this.grid).toBeVisible();
  }

  get grid(): Locator {
    return this.#page.getByRole('grid', { name: 'Decisions' });
  }

  row(title: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: title });
  }

  /** Waits until exactly these decisions are listed, in whatever order. */
  async expectRows(...titles: readonly string[]): Promise<void> {
    for (const title of titles) await expect(this.row(title)).toBeVisible();
    // The first row is the head.
    await expect(this.grid.getByRole('row')).toHaveCount(titles.length + 1);
  }

  /** A value of a facet: "Proposed" with how many there are. */
  facet(label: string): Locator {
    return this.#page
      .getByRole('navigation', { name: 'Narrow the list' })
      .getByRole('link', { name: new RegExp(`^${label} ?,`) });
  }

  get peek(): Locator {
    return this.#page.getByRole('complementary', { name: 'Peek' });
  }

  /** Opens a row beside the list, by a press beside its link, which would be followed before the page listens. */
  async openPeek(title: string): Promise<void> {
    await expect(async () => {
      await this.row(title).getByRole('gridcell').last().click();
      await expect(this.peek.getByRole('heading', { name: title })).toBeVisible({ timeout: 2_000 });
    }).toPass();
  }

  /** Says in the peek that the decision still holds, for a year. */
  async reaffirm(reason: string): Promise<void> {
    await this.peek.getByRole('textbox', { name: 'Does it still hold, and why?' }).fill(reason);
    await this.peek.getByRole('radio', { name: '1 y' }).click();
    await this.peek.getByRole('button', { name: 'Reaffirm' }).click();
  }
}
