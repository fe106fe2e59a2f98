import { expect, type Locator, type Page } from '@playwright/test';

/** A decision: reading it, arguing about it, answering for it. */
export class DecisionPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { name: title, level: 1 });
  }

  /** Begins a decision in a register and ends in its editor. */
  async begin(workspace: string, register: string, title: string): Promise<void> {
    await this.page.goto(`/w/${workspace}/decisions/new?register=${register}`);
    await this.page.getByRole('textbox', { name: 'Title' }).fill(title);
    await this.page.getByRole('button', { name: 'Start writing' }).click();
    await expect(this.text()).toBeVisible();
  }

  text(): Locator {
    return this.page.getByRole('textbox', { name: 'Text, in Markdown' });
  }

  /** Replaces the whole text in the editor. */
  async write(body: string): Promise<void> {
    await this.text().click();
    await this.page.keyboard.press('ControlOrMeta+a');
    // Typed as pasted text is: line by line typing would continue lists by itself.
    await this.page.keyboard.insertText(body);
  }

  async save(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await this.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
    await expect(this.heading(title)).toBeVisible();
  }

  async more(item: string | RegExp): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  status(word: string): Locator {
    return this.page.getByRole('main').getByText(word, { exact: true }).first();
  }

  async askForReview(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ask for a review' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  review(): Locator {
    return this.page.getByRole('region', { name: /review|approv|asked|changes/i }).first();
  }

  approve(revision: number): Locator {
    return this.page.getByRole('button', { name: `Approve revision ${revision}` });
  }

  /** Selects words of the text as a reader does, and comments on them. */
  async commentOn(words: string, comment: string): Promise<void> {
    await this.page.getByText(words).first().waitFor();
    await this.page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
        return;
      }
    }, words);
    await this.page.getByRole('button', { name: 'Comment', exact: false }).first().click();
    await this.page.getByRole('textbox', { name: 'Comment on this passage' }).fill(comment);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.thread(comment)).toBeVisible();
  }

  thread(comment: string): Locator {
    return this.page.getByRole('article').filter({ hasText: comment });
  }

  async reply(comment: string, answer: string): Promise<void> {
    const thread = this.thread(comment);
    await thread.getByRole('button', { name: 'Reply' }).click();
    await thread.getByRole('textbox', { name: 'Reply' }).fill(answer);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(thread.getByText(answer)).toBeVisible();
  }
}
