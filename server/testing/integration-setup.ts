import { testDatabaseUrl } from './database';
import { forbidNetwork } from './no-network';

forbidNetwork({ allowLoopback: true });

// Before any test module is loaded, so that whatever reads the environment connects to this worker's own database.
process.env.DATABASE_URL = await testDatabaseUrl();
