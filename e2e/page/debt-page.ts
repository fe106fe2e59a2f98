import { expect, type Locator, type Page } from '@playwright/test';
import { pressUntil } from './press-until';

/** The page of one debt: read, scored, edited, put together, deleted. */
export class DebtPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(workspace: string, key: string, query = ''): Promise<void> {
    await this.page.goto(`/w/${workspace}/backlog/${key}${query}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Opens for editing by the keyboard. */
  async edit(): Promise<void> {
    await pressUntil(this.page, 'e', this.field('Title'));
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  factor(name: string): Locator {
    return this.page.getByRole('radiogroup', { name });
  }

  async answer(name: string, level: number): Promise<void> {
    await this.factor(name).getByText(String(level), { exact: true }).click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  row(section: string): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: section, exact: true }) });
  }

  async moveTo(state: string): Promise<void> {
    await this.button(/^(Open|Planned|In progress|Accepted|Resolved|Withdrawn)/)
      .first()
      .click();
    await this.page.getByRole('menuitem', { name: state }).click();
  }

  async fromMenu(item: string): Promise<void> {
    await this.button('More').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
