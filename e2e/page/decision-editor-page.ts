import { expect, type Locator, type Page } from '@playwright/test';

/** The page on which a decision is written: text, preview, hints, and the two sides of a text that two people changed. */
export class DecisionEditorPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(`${address}/edit`);
    await expect(this.text).toBeVisible();
  }

  get text(): Locator {
    return this.#page.getByRole('textbox', { name: 'Text, in Markdown' });
  }

  get preview(): Locator {
    return this.#page.getByRole('region', { name: 'Preview' });
  }

  get hints(): Locator {
    return this.#page.getByRole('region', { name: 'Hints', exact: true });
  }

  /** Replaces the whole text; as one paste, because typing would continue lists by itself. */
  async write(body: string): Promise<void> {
    await this.text.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(body);
  }

  /** Puts the cursor at the end and pastes a picture there, as a screenshot is. */
  async pastePicture(base64: string): Promise<void> {
    await this.text.click();
    await this.#page.keyboard.press('ControlOrMeta+End');
    await this.text.evaluate((element, content) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'flow-of-orders.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, base64);
  }

  async save(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save' }).click();
    await this.#page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  }
}
