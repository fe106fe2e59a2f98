// zod tries `new Function` before its first check, which the content security policy refuses and reports each time. This is
// where its `config({ jitless: true })` puts the setting; calling that would load zod into pages that have no use for it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
