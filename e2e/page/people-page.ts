import { expect, type Locator, type Page } from '@playwright/test';

/** Settings, People. */
export class PeoplePage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(origin: string, workspace: string): Promise<void> {
    await this.page.goto(`${origin}/w/${workspace}/settings/people`);
    await expect(this.page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  }

  row(name: string): Locator {
    return this.page.getByRole('row', { name });
  }

  /** Makes an invitation and gives its link, as shown to be passed on. */
  async invite(email: string, role: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Invite people' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('Role').click();
    await this.page.getByRole('option', { name: role }).click();
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const link = (await dialog.getByText(/\/join\//).textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Done' }).click();
    return link;
  }

  async changeRole(name: string, role: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^Role of/ })
      .click();
    await this.page.getByRole('menuitemradio', { name: role }).click();
    await expect(this.row(name).getByRole('button', { name: new RegExp(`${role}$`) })).toBeVisible();
  }

  async more(name: string, item: RegExp): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /^More about/ })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
