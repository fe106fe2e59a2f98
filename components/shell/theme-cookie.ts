export type Theme = 'light' | 'dark' | 'system';

/** The cookie that carries the choice, so that the server paints it at once. */
export const THEME_COOKIE = 'theme';

/** The choice a cookie stands for; anything unknown follows the system. */
export function readTheme(cookieValue: string | undefined): Theme {
  return cookieValue === 'light' || cookieValue === 'dark' ? cookieValue : 'system';
}

/** The value of `data-theme` on `<html>`; none lets the system decide. */
export function themeAttribute(theme: Theme): 'light' | 'dark' | undefined {
  return theme === 'system' ? undefined : theme;
}
