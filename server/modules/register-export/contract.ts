import { z } from 'zod';

/** `site` is a folder of static HTML pages; the others are files as other tools keep them. */
export const exportLayouts = ['original', 'madr4', 'adr-tools', 'log4brains', 'json-adr', 'site'] as const;
export const exportLayout = z.enum(exportLayouts, `one of ${exportLayouts.join(', ')}`);
export type ExportLayout = z.output<typeof exportLayout>;
