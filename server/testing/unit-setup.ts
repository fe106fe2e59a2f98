import { forbidNetwork } from './no-network';

forbidNetwork({ allowLoopback: false });
