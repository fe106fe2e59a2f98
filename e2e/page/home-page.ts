import type { Locator, Page } from '@playwright/test';

/** Home of a workspace: what needs you, the week as a ledger, the histogram of severity. */
export class HomePage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(workspace: string): Promise<void> {
    await this.page.goto(`/w/${workspace}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  weekRow(label: string): Locator {
    return this.rowOf('Debts and days of work this week', label);
  }

  severityRow(label: string): Locator {
    return this.rowOf('Open debts by severity, rounded', label);
  }

  private rowOf(table: string, label: string): Locator {
    const header = this.page.getByRole('rowheader', { name: label });
    return this.page.getByRole('table', { name: table }).getByRole('row').filter({ has: header });
  }
}
