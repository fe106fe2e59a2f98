import type { Locator, Page } from '@playwright/test';

/** The catalogue of a workspace: the table, the peek beside it, the form over it. */
export class ServicesPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(workspace: string, rest = ''): Promise<void> {
    await this.page.goto(`/w/${workspace}/services${rest}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  row(key: string): Locator {
    return this.page.getByRole('grid', { name: 'Services' }).getByRole('row').filter({ hasText: key });
  }

  get peek(): Locator {
    return this.page.getByRole('complementary', { name: 'Peek' });
  }

  get form(): Locator {
    return this.page.getByRole('dialog');
  }

  async fill(fields: { name?: string; tier?: string; availability?: string }): Promise<void> {
    if (fields.name !== undefined) await this.form.getByLabel('Name').fill(fields.name);
    if (fields.tier) await this.form.getByRole('radio', { name: fields.tier }).click();
    if (fields.availability !== undefined)
      await this.form.getByLabel('Availability in per cent').fill(fields.availability);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Enter');
  }
}
