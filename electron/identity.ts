import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { nameOfMachine } from '../renderer/domain/display-name';
import type { DisplayIdentity } from '../renderer/domain/display-status';

/** Who this display is where it tells how it is: `name`, or null as its machine; another instance at each start (epoch milliseconds). */
export function identityOf(name: string | null, version: string, startedAt: number): DisplayIdentity {
  return { name: name ?? nameOfMachine(hostname()), instance: randomBytes(4).toString('hex'), version, startedAt };
}
