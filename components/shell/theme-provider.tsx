'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Toaster } from '@/components/ui/toaster';
import { THEME_COOKIE, type Theme, themeAttribute } from './theme-cookie';

type ThemeChoice = { theme: Theme; setTheme: (theme: Theme) => void };

const ThemeContext = createContext<ThemeChoice | null>(null);

const YEAR_S = 31_536_000;

/** Around the whole document; `initial` is `readTheme(cookie)`. Also carries the toasts. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setShown] = useState(initial);
  const setTheme = useCallback((next: Theme) => {
    setShown(next);
    const attribute = themeAttribute(next);
    if (attribute) document.documentElement.dataset.theme = attribute;
    else delete document.documentElement.dataset.theme;
    // biome-ignore lint/suspicious/noDocumentCookie: Firefox before 140 and plain http have no Cookie Store API
    document.cookie = `${THEME_COOKIE}=${attribute ?? ''}; path=/; max-age=${attribute ? YEAR_S : 0}; samesite=lax`;
  }, []);
  const value = useMemo(() => ({ theme, setTheme }), [theme, setTheme]);
  return (
    <ThemeContext value={value}>
      {children}
      <Toaster />
    </ThemeContext>
  );
}

export function useTheme(): ThemeChoice {
  const value = useContext(ThemeContext);
  if (!value) throw new Error('useTheme is called outside ThemeProvider');
  return value;
}
