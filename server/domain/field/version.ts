import { z } from 'zod';

/** The version of a record that a change was made on; no larger than the column that it is compared with. */
export const version = z.int().positive().max(2_147_483_647, 'a version that this record has had');
