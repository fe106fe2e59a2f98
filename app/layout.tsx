import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { QueryProvider } from '@/components/query/query-provider';
import { RevealAtOnce } from '@/components/shell/reveal-at-once';
import { readTheme, THEME_COOKIE, themeAttribute } from '@/components/shell/theme-cookie';
import { ThemeProvider } from '@/components/shell/theme-provider';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Paydown', template: '%s · Paydown' },
  description: 'Decisions, technical debt and dependencies of a team, in one place.',
  icons: { icon: '/favicon.svg' },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#171613' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get('x-nonce');
  return (
    <html lang="en" data-theme={themeAttribute(theme)} suppressHydrationWarning>
      <body>
        {nonce ? <RevealAtOnce nonce={nonce} /> : null}
        <QueryProvider>
          <ThemeProvider initial={theme}>{children}</ThemeProvider>
        </QueryProvider>
      </body>
    </html>
  );
}
