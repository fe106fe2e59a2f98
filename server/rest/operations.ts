import { serviceOperations } from '@/server/modules/service/rest';
import type { Operation } from './operation';

/** Every operation of the API, in the order in which it is documented. */
export const operations: readonly Operation[] = [...serviceOperations];
