import type { Page } from '@playwright/test';

export type Founder = { name: string; email: string; password: string; workspace: string };

/** The one-time link. */
export class SetupPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async fill(founder: Founder): Promise<void> {
    await this.page.getByLabel('Your name').fill(founder.name);
    await this.page.getByLabel('E-mail').fill(founder.email);
    await this.page.getByLabel('Password', { exact: true }).fill(founder.password);
    await this.page.getByLabel('Workspace').fill(founder.workspace);
  }

  async startEmpty(): Promise<void> {
    await this.page.getByRole('radio', { name: /Nothing yet/ }).click();
    await this.page.getByRole('button', { name: 'Create the workspace' }).click();
  }
}
