import { expect, type Locator, type Page } from '@playwright/test';

/** The import of decision records: its first page, what would come of the files, and what came of them. */
export class RegisterImportPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(workspace: string, register: string): Promise<void> {
    await this.#page.goto(`/w/${workspace}/decisions/import?register=${register}`);
    await expect(this.#page.getByRole('heading', { name: 'Import decisions', level: 1 })).toBeVisible();
  }

  async choose(name: string, content: Uint8Array): Promise<void> {
    await this.#page
      .getByLabel('Choose files or a zip')
      .and(this.#page.locator('input'))
      .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(content) });
  }

  async chooseFolder(folder: string): Promise<void> {
    await this.#page.getByLabel('Choose a folder').and(this.#page.locator('input')).setInputFiles(folder);
  }

  /** Drops files where a person would: on the place that asks for them. */
  async drop(files: readonly { name: string; text: string }[]): Promise<void> {
    const transfer = await this.#page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const { name, text } of dropped) data.items.add(new File([text], name, { type: 'text/markdown' }));
      return data;
    }, files);
    await this.#page.getByText('Drop a folder, files or a zip here').dispatchEvent('drop', { dataTransfer: transfer });
  }

  async expectPreview(name: string): Promise<void> {
    await expect(this.#page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(this.#outcome).toBeVisible();
  }

  get #outcome(): Locator {
    return this.#page.getByRole('region', { name: 'What would come of it' });
  }

  /** How many files, and what they would become: "2 to create". */
  async expectOutcome(...terms: readonly [number, string][]): Promise<void> {
    for (const [count, label] of terms) await expect(this.#outcome).toContainText(`${count}${label}`);
  }

  record(path: string): Locator {
    return this.#page.getByRole('region', { name: 'Records' }).getByRole('row').filter({ hasText: path });
  }

  get findings(): Locator {
    return this.#page.getByRole('region', { name: 'Findings' });
  }

  /** Presses the button that says what it does, and waits until the files are in. */
  async run(label: string): Promise<void> {
    await this.#page.getByRole('button', { name: label, exact: true }).click();
    await expect(this.#page.getByText('The files came in')).toBeVisible({ timeout: 30_000 });
  }
}
