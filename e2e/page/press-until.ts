import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a shortcut until what it opens is on screen: the server's markup is there before the page listens to keys. */
export async function pressUntil(page: Page, keys: string, opened: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(keys);
    await expect(opened).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
