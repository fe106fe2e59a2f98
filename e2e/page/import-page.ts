import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The import of a workspace: its first page, the preview of a file, and what came of it. */
export class ImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(workspace: string): Promise<void> {
    await this.#page.goto(`/w/${workspace}/backlog/import`);
    await expect(this.#page.getByRole('heading', { name: 'Import debts' })).toBeVisible();
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content;
    await this.#page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  }

  get refusal(): Locator {
    return this.#page.locator('main').getByRole('alert');
  }

  /** Sends a file and waits for its preview. */
  async preview(workspace: string, name: string, content: string): Promise<void> {
    await this.open(workspace);
    await this.choose(name, content);
    await this.expectPreview();
  }

  async expectPreview(): Promise<void> {
    await expect(this.#page.getByText('in the file', { exact: false }).first()).toBeVisible();
    await expect(this.#page.getByRole('region', { name: 'What would come of it' })).toBeVisible();
  }

  /** Rows, created, updated, unchanged, skipped, as they stand in the equation. */
  async expectOutcome(outcome: readonly [number, number, number, number, number]): Promise<void> {
    const figures = this.#page
      .getByRole('region', { name: 'What would come of it' })
      .locator('.text-title.font-semibold');
    await expect(figures).toHaveText(outcome.map(String));
  }

  becomes(column: string): Locator {
    return this.#page.getByRole('combobox', { name: `${column} becomes` });
  }

  async map(column: string, field: string): Promise<void> {
    await this.becomes(column).click();
    await this.#page.getByRole('option', { name: field, exact: true }).click();
    await expect(this.becomes(column)).toHaveText(field);
  }

  get zone(): Locator {
    return this.#page.getByRole('button', { name: /^Time zone of the file/ });
  }

  async chooseZone(name: string): Promise<void> {
    await this.zone.click();
    await this.#page.getByPlaceholder('Search a zone or a city').fill(name);
    await this.#page.getByRole('option', { name }).click();
    await expect(this.zone).toContainText(name);
  }

  /** Presses the button that says what it does, and waits until the file is in. */
  async run(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: label, exact: true }).click();
    await expect(this.#page.getByText('The file came in')).toBeVisible({ timeout: 30_000 });
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(this.#page.getByText('This import was undone')).toBeVisible();
  }
}
